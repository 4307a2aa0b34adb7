import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface StandIn {
  /** PATH with the stand-in first. */
  readonly env: { readonly PATH: string }
  /** The words of each call so far. */
  calls(): readonly (readonly string[])[]
}

/** A command `name` on PATH that does nothing but note how it was called. */
export function standIn(folder: string, name: string): StandIn {
  const bin = join(folder, 'bin')
  const log = join(folder, `${name}.calls`)
  mkdirSync(bin, { recursive: true })
  writeFileSync(log, '')
  writeFileSync(join(bin, name), `#!/bin/sh\nprintf '%s\\037' "$@" >>'${log}'\necho >>'${log}'\n`)
  chmodSync(join(bin, name), 0o755)
  return {
    env: { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
    calls: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\u001f').slice(0, -1)),
  }
}
