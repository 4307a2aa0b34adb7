import { spawnSync } from 'node:child_process'
import { describe } from 'vitest'

/** How to ask a tool for its version, which shows whether it is there. */
const ASK: Readonly<Record<string, readonly string[]>> = {
  go: ['version'],
  unzip: ['-v'],
}

/** What the answer holds, where other tools go by the same name: one `yq` is a wrapper of jq. */
const SAYS: Readonly<Record<string, string>> = { yq: 'mikefarah' }

/** True when `tool` can be run here. */
export function hasTool(tool: string): boolean {
  const { status, stdout } = spawnSync(tool, ASK[tool] ?? ['--version'], { encoding: 'utf8' })
  return status === 0 && stdout.includes(SAYS[tool] ?? '')
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
