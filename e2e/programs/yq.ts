import { spawnSync } from 'node:child_process'
import { delimiter } from 'node:path'
import { IMAGES } from '@/lib/scaffolds/pins'
import { type FoundTool, goTool } from './go-tool'

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

/** The folder of the yq that the Bash programs need; '' when it is on PATH. Others do not count. */
function findYq(): FoundTool {
  const said = spawnSync('yq', ['--version'], { encoding: 'utf8' })
  if (said.stdout?.includes('mikefarah')) return { folder: '' }
  return goTool('github.com/mikefarah/yq/v4', `v${IMAGES.yq.split(':')[1]}`)
}
