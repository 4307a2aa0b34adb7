import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { run } from './run'

/** What a command said, and its exit code. */
export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder of its own for each test, and the command line run in it. */
export function commandLine() {
  let cwd = ''
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'designer-'))
  })
  afterEach(() => {
    rmSync(cwd, { recursive: true, force: true })
  })
  return {
    /** A path in the folder, as the system has it; the folder itself without one. */
    at: (...path: string[]) => join(cwd, ...path),
    write(path: string, content: string | Uint8Array): void {
      mkdirSync(dirname(join(cwd, path)), { recursive: true })
      writeFileSync(join(cwd, path), content)
    },
    async designer(argv: readonly string[], stdin = ''): Promise<Said> {
      let [out, err] = ['', '']
      const code = await run(argv, {
        cwd,
        version: '1.2.3',
        stdin: (async function* () {
          yield new TextEncoder().encode(stdin)
        })(),
        out: (text) => {
          out += text
        },
        err: (text) => {
          err += text
        },
      })
      return { code, out, err }
    },
  }
}
