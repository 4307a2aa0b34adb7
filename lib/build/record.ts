import { readSettings } from '@/lib/commands/settings'
import { applyTextEdits } from '@/lib/promise/command'
import { FileContent, type Files, SETTINGS_FILE } from '@/lib/promise/files'
import { documentsOf } from '@/lib/yaml/document'
import { printYaml, setValue } from '@/lib/yaml/edit'
import { GENERATOR } from './version'

/** Path of a generated file -> SHA-256 of what `build` made of it. */
export type Hashes = Readonly<Record<string, string>>

/** What the settings file says of the generated files when it was last written. */
export function recordedHashes(files: Files): Hashes {
  return readSettings(files).settings.generated?.files ?? {}
}

/**
 * The settings file with `hashes` in its `generated` entry; nothing else in it changes. One that
 * is absent is made; one that cannot be read is left alone.
 */
export function recordHashes(files: Files, hashes: Hashes): FileContent {
  const content = files.get(SETTINGS_FILE)
  const generated = { by: GENERATOR, files: hashes }
  if (!content) return FileContent.fromText(printYaml({ version: 1, generated }))
  const reading = readSettings(files)
  const document = documentsOf(content)[0]
  if (!reading.writable || !document || content.text === null) return content
  if (sameRecord(reading.settings.generated, generated)) return content
  const change = setValue(document, ['generated'], generated)
  // Only an alias or a merge key can be in the way; the record then stays as it is.
  if (!change.ok) return content
  return FileContent.fromText(applyTextEdits(content.text, change.edits))
}

function sameRecord(
  before: { readonly by: string; readonly files: Hashes } | undefined,
  now: { readonly by: string; readonly files: Hashes },
): boolean {
  if (!before || before.by !== now.by) return false
  const [known, wanted] = [Object.entries(before.files), Object.entries(now.files)]
  return (
    known.length === wanted.length && wanted.every(([path, hash]) => before.files[path] === hash)
  )
}
