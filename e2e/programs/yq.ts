import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { IMAGES } from '@/lib/scaffolds/pins'

/** Whether the yq of the Bash programs can be run here. From now on it is the first on PATH. */
export function hasYq(): boolean {
  const found = findYq()
  if ('missing' in found) {
    console.error(found.missing)
    return false
  }
  const folders = process.env.PATH?.split(delimiter) ?? []
  if (found.folder && folders[0] !== found.folder) {
    process.env.PATH = [found.folder, ...folders].join(delimiter)
  }
  return true
}

/**
 * The folder of the yq that the Bash programs need: '' when it is on PATH already, else one that Go
 * fills once; or why there is none. Another program of that name does not count.
 */
function findYq(): { readonly folder: string } | { readonly missing: string } {
  const said = spawnSync('yq', ['--version'], { encoding: 'utf8' })
  if (said.stdout?.includes('mikefarah')) return { folder: '' }
  const version = `v${IMAGES.yq.split(':')[1]}`
  const folder = join(import.meta.dirname, '../../.cache', `yq-${version}`)
  if (existsSync(join(folder, 'yq'))) return { folder }
  if (spawnSync('go', ['version']).status !== 0) {
    return { missing: 'yq of github.com/mikefarah/yq is not installed, nor is Go to build it' }
  }
  mkdirSync(folder, { recursive: true })
  const built = spawnSync('go', ['install', `github.com/mikefarah/yq/v4@${version}`], {
    env: { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod' },
    encoding: 'utf8',
  })
  return built.status === 0 ? { folder } : { missing: `yq cannot be built: ${built.stderr}` }
}
