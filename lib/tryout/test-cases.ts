import { tryPrintYaml } from '@/lib/build/print'
import type { TestCase } from '@/lib/commands/save-test-case'
import { withoutStatus } from './compare'
import type { Run, WrittenFile } from './types'

/**
 * What a run says that its steps must write, as test cases of the repository: of each step that has
 * run, or was fed, and whose input is certain. A test runs the step alone, so what other steps have
 * left counts for nothing. A failing step has no files to compare.
 */
export function testCasesOf(run: Run): readonly TestCase[] {
  const object = tryPrintYaml(withoutStatus(run.object))
  if (object === undefined) return []
  return run.pipelines.flatMap(({ steps }) =>
    steps.flatMap(({ key, alone }): TestCase[] => {
      if (!alone || alone.some(({ text }) => text === undefined)) return []
      const output = textsOf(alone, 'output')
      return [{ step: key, object, output, metadata: textsOf(alone, 'metadata') }]
    }),
  )
}

function textsOf(
  files: readonly WrittenFile[],
  volume: WrittenFile['volume'],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files.flatMap((file) => (file.volume === volume ? [[file.path, file.text ?? '']] : [])),
  )
}
