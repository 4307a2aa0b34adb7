import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the tests keep tools that they have made or installed. */
export const TOOL_CACHE = join(import.meta.dirname, '../../.cache')

/** The folder that a tool is in, or why there is none. */
export type FoundTool = { readonly folder: string } | { readonly missing: string }

/**
 * A tool that Go builds from its source, once for each version.
 *
 * @param pkg the path of its main package; its last part names the program
 */
export function goTool(pkg: string, version: string): FoundTool {
  const name = pkg.replace(/\/v\d+$/, '').replace(/^.*\//, '')
  const folder = join(TOOL_CACHE, `${name}-${version}`)
  if (existsSync(join(folder, name))) return { folder }
  if (spawnSync('go', ['version']).status !== 0) {
    return { missing: `${name} is not installed, nor is Go to build it` }
  }
  mkdirSync(folder, { recursive: true })
  const built = spawnSync('go', ['install', `${pkg}@${version}`], {
    env: { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod' },
    encoding: 'utf8',
  })
  return built.status === 0 ? { folder } : { missing: `${name} cannot be built: ${built.stderr}` }
}
