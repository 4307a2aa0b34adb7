import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { BuiltFile } from '@/lib/build/types'
import { bundleName } from '@/lib/bundle/bundle-name'
import { zip } from '@/lib/bundle/zip'
import { LIMITS } from '@/lib/importers'
import { listZip } from '@/lib/zip/read'
import { Failure, withFile } from './failure'
import { contentsOf, MARK, promiseNameOf } from './written'

/** Writes the zip that the page downloads; replaces an earlier one of ours, others by `force`. */
export async function writeZipFile(
  out: string,
  files: ReadonlyMap<string, BuiltFile>,
  force: boolean,
): Promise<number> {
  const target = resolve(out)
  return withFile('write', out, async () => {
    if (!force && !(await isFreeOrOurs(target))) {
      throw new Failure(`${out} exists and was not written by designer; --force replaces it`)
    }
    const root = bundleName(promiseNameOf(contentsOf(files)) ?? '')
    const bytes = zip(files.values(), root)
    await mkdir(dirname(target), { recursive: true })
    const staged = `${target}.${process.pid}.tmp`
    try {
      await writeFile(staged, bytes, { flag: 'wx' })
      await rename(staged, target)
    } finally {
      await rm(staged, { force: true })
    }
    return bytes.length
  })
}

async function isFreeOrOurs(target: string): Promise<boolean> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await readFile(target))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true
    throw error
  }
  const listing = listZip(bytes, LIMITS.listed)
  return listing.ok && listing.entries.some(({ path }) => path.split('/').at(-1) === MARK)
}
