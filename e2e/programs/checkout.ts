import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '@/lib/build/build'
import { zip } from '@/lib/bundle/zip'
import type { Files } from '@/lib/promise/files'
import { mustRun } from './run'

/** The download of a design, unzipped below `folder` as a user would. Gives the repository's folder. */
export async function unzipped(folder: string, files: Files): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const archive = join(folder, 'download.zip')
  writeFileSync(archive, zip(build(files).files.values(), 'repository'))
  await mustRun('unzip', ['-q', archive, '-d', folder])
  return join(folder, 'repository')
}
