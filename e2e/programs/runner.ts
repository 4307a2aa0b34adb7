import type { FakeApiServer } from './api-server'
import type { Ran } from './run'

/** How the tests make and run the programs of a language. */
export interface Runner {
  readonly server: FakeApiServer
  /** Makes the program of a step's `scripts/`; once more in the same folder is allowed. */
  make(scripts: string): Promise<void>
  /**
   * Runs what the user would run in `scripts/`: the checks and tests that a step comes with.
   * @throws Error unless they pass on just as many cases
   */
  check(scripts: string, cases: number): Promise<void>
  /** Starts what `make` has made. */
  start(scripts: string, env: Readonly<Record<string, string>>): Promise<Ran>
}

/** How a program says that a file is where a folder should be. */
export const BLOCKED = /not a directory|ENOTDIR/i
