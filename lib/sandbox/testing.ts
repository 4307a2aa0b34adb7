import type { ProgramAnswer, ProgramCall } from './call'
import { runProgram, type Surface } from './machine/run-program'

/** A call of a program that is one script, for tests. */
export function callOf(program: string, more: Partial<ProgramCall> = {}): ProgramCall {
  return {
    key: 'test',
    step: 'resource/configure/instance/own',
    language: 'typescript',
    program: 'pipeline.ts',
    scripts: [['pipeline.ts', program]],
    ...{ resources: [], input: 'kind: Redis\n', output: [], metadata: [] },
    environment: [['KRATIX_WORKFLOW_TYPE', 'resource']],
    ...{ unknownVariables: [], unknownFolders: [] },
    statusPath: '/apis/mygroup.org/v1alpha1/namespaces/team-a/redises/cache/status',
    ...more,
  }
}

/** Runs a program on the machine in Node itself: without the frame, and without a time limit. */
export async function runHere(call: ProgramCall): Promise<ProgramAnswer> {
  const unhandled: ((reason: unknown) => void)[] = []
  const surface: Surface = {
    setTimeout: (run, wait) => setTimeout(run, wait),
    clearTimeout: (timer) => clearTimeout(timer),
    now: () => performance.now(),
    crypto,
    onUnhandled: (listener) => unhandled.push(listener),
  }
  const tell = (reason: unknown) => {
    for (const listener of unhandled) listener(reason)
  }
  // The test runner takes note of what nobody catches; here the machine does.
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', tell)
  try {
    return await runProgram(call, surface)
  } finally {
    process.off('unhandledRejection', tell)
    for (const other of others) process.on('unhandledRejection', other)
  }
}
