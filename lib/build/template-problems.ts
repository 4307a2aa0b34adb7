import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { type Command, type TextEdit, unchanged } from '@/lib/promise/command'
import type { FileContent, Files } from '@/lib/promise/files'
import { checkTemplate, type TemplateProblem } from '@/lib/render/check-template'
import { absentUnder } from '@/lib/render/conditions'
import type { RenderContext } from '@/lib/scaffolds/scaffold'

/** What keeps the templates of a step from meaning the same in every language. */
export function checkTemplates(
  files: Files,
  folder: string,
  { templates, values, conditions = {} }: RenderContext,
): readonly Diagnostic[] {
  const names = values.map(({ name }) => name)
  const optional = values.flatMap(({ name, optional }) => (optional ? [name] : []))
  return templates.flatMap(({ path }) => {
    const file = `${folder}resources/${path}`
    const content = files.get(file)
    if (!content) return []
    const absent = absentUnder(conditions[path], optional)
    return problemsOf(path, content, names, absent).map(({ message, range, fix }) => ({
      code: 'template',
      severity: 'error' as const,
      message: `${path}: ${message}.`,
      place: { file, path: [] },
      range,
      ...(fix ? { fix: repair(file, content, fix) } : {}),
    }))
  })
}

interface Known {
  readonly names: string
  readonly problems: readonly TemplateProblem[]
}
const known = new WeakMap<FileContent, Known>()

/** Templates stay the same while other things are typed. */
function problemsOf(
  path: string,
  content: FileContent,
  valueNames: readonly string[],
  absent: ReadonlySet<string>,
): readonly TemplateProblem[] {
  const names = JSON.stringify([path, valueNames, [...absent]])
  const hit = known.get(content)
  if (hit?.names === names) return hit.problems
  const problems = checkTemplate(path, content.text ?? '', valueNames, absent)
  known.set(content, { names, problems })
  return problems
}

function repair(file: string, checked: FileContent, edits: readonly TextEdit[]): Command {
  return {
    label: 'Quote it',
    run(files) {
      // The offsets are those of the text that was checked.
      if (!files.get(file)?.equals(checked)) return unchanged
      const place = { file, path: [] }
      return { kind: 'change', edits: [{ kind: 'text', path: file, edits }], place }
    },
  }
}
