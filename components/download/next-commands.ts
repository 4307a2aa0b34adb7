import type { Build } from '@/lib/build/types'

/**
 * What to run after unpacking: the first lines of the way that the README describes in full.
 *
 * @param root the folder inside the zip
 */
export function nextCommands(build: Build, root: string): string {
  const lines = [`unzip ${root}.zip && cd ${root}`]
  if (build.files.has('Makefile')) lines.push('make build kind-load install request')
  else lines.push('kubectl apply --server-side --filename promise.yaml')
  return lines.join('\n')
}
