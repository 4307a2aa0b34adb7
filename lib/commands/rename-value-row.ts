import { type Command, refused, type TextEdit, unchanged } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import type { StepKey } from '@/lib/promise/workflows'
import { renameKey } from '@/lib/yaml/edit'
import { editSettings, set } from './edit-yaml'
import { onRenderStep } from './render-step'
import { filesOfStep, folderOf } from './steps'
import { valueNameProblem } from './value-name'

/** Renames a value, also where templates, conditions, destinations and status texts of the step name it. */
export function renameValueRow(key: StepKey, from: string, to: string): Command {
  const label = 'Rename value'
  return onRenderStep(
    label,
    key,
    ({ values, status, templates = {}, destinationSelectors = [] }, files, path) => {
      if (from === to) return unchanged
      if (!Object.hasOwn(values, from)) return refused(`There is no value "${from}" any more.`)
      const problem = valueNameProblem(to)
      if (problem) return refused(problem)
      if (Object.hasOwn(values, to)) return refused(`The step has another value named "${to}".`)
      // Failure texts are published as they are.
      const texts = Object.entries(status.success).flatMap(([name, text]) => {
        const renamed = typeof text === 'string' ? renameIn(text, from, to) : text
        return renamed === text ? [] : [set([...path, 'status', 'success', name], renamed)]
      })
      const conditions = Object.entries(templates).flatMap(([template, { onlyWhen }]) =>
        onlyWhen?.value === from
          ? [set([...path, 'templates', template, 'onlyWhen', 'value'], to)]
          : [],
      )
      const labels = destinationSelectors.flatMap(({ matchLabels }, i) =>
        Object.entries(matchLabels).flatMap(([name, text]) => {
          const renamed = renameIn(text, from, to)
          const place = [...path, 'destinationSelectors', i, 'matchLabels', name]
          return renamed === text ? [] : [set(place, renamed)]
        }),
      )
      return [
        editSettings(
          { label, place: [...path, 'values', to] },
          (document) => renameKey(document, [...path, 'values', from], to),
          ...texts,
          ...conditions,
          ...labels,
        ),
        ...templatesOf(files, key).map((template) => renameInTemplate(template, from, to)),
      ]
    },
    `${label} ${key}`,
  )
}

/** Paths of the manifest templates of a `render` step. */
function templatesOf(files: Files, key: StepKey): readonly string[] {
  const resources = `${folderOf(key)}resources/`
  return filesOfStep(files, key).filter(
    (path) => path.startsWith(resources) && /\.ya?ml$/.test(path),
  )
}

function renameInTemplate(path: string, from: string, to: string): Command {
  return {
    label: 'Rename value',
    run(files) {
      const edits = placeholders(files.get(path)?.text ?? '', from, to)
      return edits.length === 0
        ? unchanged
        : { kind: 'change', edits: [{ kind: 'text', path, edits }] }
    },
  }
}

function renameIn(text: string, from: string, to: string): string {
  return text.replace(anyPlaceholder, (whole, name) => (name === from ? `\${${to}}` : whole))
}

function placeholders(text: string, from: string, to: string): readonly TextEdit[] {
  return [...text.matchAll(anyPlaceholder)]
    .filter((match) => match[1] === from)
    .map(({ index }) => ({ from: index + 2, to: index + 2 + from.length, insert: to }))
}

/** `$${` is two characters and no placeholder, so it is consumed first. */
const anyPlaceholder = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_-]*)\}/g
