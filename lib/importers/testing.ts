import { expect } from 'vitest'
import { writeZip } from '@/lib/zip/write'
import type { Imported, ImportInput } from '.'

/** A Promise, for tests. */
export const PROMISE =
  'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: redis\n'
export const encode = (text: string) => new TextEncoder().encode(text)

/** A zip of `files`, below `root`. */
export function zipInput(files: Record<string, string | Uint8Array>, root = ''): ImportInput {
  const bytes = writeZip(
    Object.entries(files).map(([path, content]) => ({
      path: root === '' ? path : `${root}/${path}`,
      bytes: typeof content === 'string' ? encode(content) : content,
      executable: false,
    })),
  )
  return { kind: 'file', name: 'redis.zip', bytes }
}

/** A folder with `files`. */
export function folderInput(files: Record<string, string>): ImportInput {
  const list = Object.entries(files).map(([path, text]) => ({ path, bytes: encode(text) }))
  return { kind: 'folder', name: 'redis', files: list }
}

/** What was imported; it must have been. */
export function succeeded(imported: Imported) {
  if (imported.kind === 'choice') throw new Error('asked which')
  if (imported.kind === 'failure') {
    throw new Error(imported.diagnostics.map((d) => d.message).join('; '))
  }
  return imported
}

/** Why nothing was imported, as `code: message`. */
export function reasons(imported: Imported): string[] {
  if (imported.kind !== 'failure') throw new Error(imported.kind)
  expect(imported.diagnostics.length).toBeGreaterThan(0)
  for (const { severity } of imported.diagnostics) expect(severity).toBe('error')
  return imported.diagnostics.map(({ code, message }) => `${code}: ${message}`)
}
