import { spawnSync } from 'node:child_process'
import { describe } from 'vitest'
import { hasYq } from './yq'

/** How to ask a tool for its version, which shows whether it is there. */
const ASK: Readonly<Record<string, readonly string[]>> = {
  go: ['version'],
  unzip: ['-v'],
}

/** True when `tool` can be run here; the yq of the Bash programs is built when it is not there. */
export function hasTool(tool: string): boolean {
  if (tool === 'yq') return hasYq()
  return spawnSync(tool, ASK[tool] ?? ['--version']).status === 0
}

/**
 * `describe` for tests of programs in a language. Where a tool that they need is missing, they are
 * skipped, and the reason stands in the title and on standard error.
 */
export function describeWith(
  tools: string | readonly string[],
  title: string,
  tests: () => void,
): void {
  const missing = [tools].flat().filter((tool) => !hasTool(tool))
  if (missing.length === 0) {
    describe(title, tests)
    return
  }
  const reason = `skipped, because ${missing.join(' and ')} cannot be run here`
  console.error(`${title}: ${reason}`)
  describe.skip(`${title} (${reason})`, tests)
}
