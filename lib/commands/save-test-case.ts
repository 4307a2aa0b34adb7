import { type Command, type FileEdit, refused, unchanged } from '@/lib/promise/command'
import { FileContent } from '@/lib/promise/files'
import { checkDnsLabel } from '@/lib/promise/names'
import type { StepKey } from '@/lib/promise/workflows'
import { pathProblem } from './repository-path'
import { readSettings } from './settings'
import { filesOfStep, folderOf } from './steps'

/** An object, and what a step must make of it: texts by their path in the volume. */
export interface TestCase {
  readonly step: StepKey
  readonly object: string
  readonly output: Readonly<Record<string, string>>
  readonly metadata: Readonly<Record<string, string>>
}

/** These lie directly below `tests/` and are no case. */
const RESERVED = ['expected-output', 'expected-metadata']

/** Why a case cannot have this name, or `undefined` when it can. */
export function checkCaseName(name: string): string | undefined {
  if (RESERVED.includes(name)) return `"${name}" is a folder of the first case.`
  return checkDnsLabel(name)
}

/**
 * Writes `tests/<name>/{object.yaml,expected-output/,expected-metadata/}` of each step that has a
 * folder, in place of a case of that name.
 */
export function saveTestCase(name: string, cases: readonly TestCase[]): Command {
  return {
    label: `Save the test case ${name}`,
    run(files) {
      const fault = checkCaseName(name)
      if (fault !== undefined) return refused(fault)
      const { settings } = readSettings(files)
      const edits: FileEdit[] = []
      for (const one of cases) {
        const folder = folderOf(one.step)
        const ours = Object.hasOwn(settings.steps, one.step)
        if (folder === undefined || !(ours || filesOfStep(files, one.step).length > 0)) continue
        const written = caseFiles(`${folder}tests/${name}/`, one)
        for (const path of files.keys()) {
          if (path.startsWith(`${folder}tests/${name}/`) && !written.has(path)) {
            edits.push({ kind: 'delete', path })
          }
        }
        for (const [path, text] of written) {
          const content = FileContent.fromText(text)
          const before = files.get(path)
          if (before?.equals(content)) continue
          const problem = before ? undefined : pathProblem(files, path)
          if (problem) return refused(problem)
          edits.push({ kind: 'write', path, content })
        }
      }
      if (edits.length === 0) return unchanged
      // Without a place: who saves a run goes on trying.
      return { kind: 'change', edits }
    },
  }
}

/** An empty folder says that nothing must be written; Git keeps it by a file. */
function caseFiles(
  below: string,
  { object, output, metadata }: TestCase,
): ReadonlyMap<string, string> {
  const files = new Map([[`${below}object.yaml`, object]])
  const volumes = [
    ['expected-output', output],
    ['expected-metadata', metadata],
  ] as const
  for (const [folder, texts] of volumes) {
    const entries = Object.entries(texts)
    if (entries.length === 0) files.set(`${below}${folder}/.gitkeep`, '')
    for (const [path, text] of entries) files.set(`${below}${folder}/${path}`, text)
  }
  return files
}
