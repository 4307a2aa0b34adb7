import { tryPrintYaml } from '@/lib/build/print'
import type { TestCase } from '@/lib/commands/save-test-case'
import { withoutStatus } from './compare'
import type { Run, StepRun } from './types'

/**
 * What a run says that its steps must write, as test cases of the repository: of each step that has
 * run, or was fed, and whose input is certain. A failing step has no files to compare.
 */
export function testCasesOf(run: Run): readonly TestCase[] {
  const object = tryPrintYaml(withoutStatus(run.object))
  if (object === undefined) return []
  return run.pipelines.flatMap(({ steps }) =>
    steps.flatMap((step): TestCase[] => {
      const ran = step.state === 'succeeded' || (step.state === 'recorded' && !step.stale)
      if (!ran || step.written.some(({ text }) => text === undefined)) return []
      const output = textsOf(step, 'output')
      return [{ step: step.key, object, output, metadata: textsOf(step, 'metadata') }]
    }),
  )
}

function textsOf(step: StepRun, volume: 'output' | 'metadata'): Readonly<Record<string, string>> {
  return Object.fromEntries(
    step.written.flatMap((file) => (file.volume === volume ? [[file.path, file.text ?? '']] : [])),
  )
}
