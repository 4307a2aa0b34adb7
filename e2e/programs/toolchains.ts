import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageId } from '@/lib/promise/settings'
import { mustRun, type Ran } from './run'

/** How the tests make programs of a language: what its Dockerfile does, without an image. */
export interface Toolchain {
  readonly tools: readonly string[]
  /**
   * Makes the program in a step's `scripts/` and gives the command that starts it. Made again in
   * the same folder, it uses what is there.
   */
  make(scripts: string): Promise<readonly [string, ...string[]]>
}

/** One line per language. */
export const TOOLCHAINS: Readonly<Record<LanguageId, Toolchain>> = {
  go: {
    tools: ['go'],
    async make(cwd) {
      const program = join(cwd, '../pipeline')
      await runGo(cwd, 'build', '-mod=readonly', '-o', program, '.')
      return [program]
    },
  },
  typescript: {
    tools: ['npm'],
    async make(cwd) {
      if (!existsSync(join(cwd, 'node_modules'))) {
        await mustRun('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd })
      }
      await mustRun('npm', ['run', 'build'], { cwd })
      return ['node', join(cwd, 'dist/pipeline.js')]
    },
  },
  python: {
    tools: ['python3'],
    async make(cwd) {
      if (!existsSync(join(cwd, '.venv'))) {
        await mustRun('python3', ['-m', 'venv', '.venv'], { cwd })
        const pip = ['install', '--quiet', '--require-hashes', '--requirement', 'requirements.txt']
        await mustRun(join(cwd, '.venv/bin/pip'), pip, { cwd })
      }
      return [join(cwd, '.venv/bin/python'), join(cwd, 'pipeline.py')]
    },
  },
  bash: {
    tools: ['bash', 'yq'],
    make: async (cwd) => ['bash', join(cwd, 'pipeline.sh')],
  },
}

/**
 * A go command in a step's `scripts/`. All with the settings of the Dockerfile, so that each finds
 * in the build cache what another has compiled; the Kubernetes modules take minutes.
 */
export function runGo(cwd: string, ...args: readonly string[]): Promise<Ran> {
  const env = { CGO_ENABLED: '0', GOFLAGS: '-trimpath -ldflags=-s' }
  return mustRun('go', args, { cwd, env })
}
