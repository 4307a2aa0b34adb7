import { FileContent, PROMISE_FILE } from '@/lib/promise/files'
import { mentionsPromise } from '../find-promise'
import { type Importer, importFailed } from '../importer'
import { LIMITS } from '../limits'
import { tooGreat } from '../repository'

/** A lone Promise, from a file or pasted. The bytes become `promise.yaml` as they are. */
export const yamlImporter: Importer = {
  id: 'yaml',
  accepts: (input) => input.kind === 'file',

  read(input) {
    if (input.kind !== 'file') throw new Error('a folder is not a file')
    const { name, bytes } = input
    if (bytes.length > LIMITS.promiseBytes) {
      return importFailed('import-limit', name, tooGreat(name, bytes.length))
    }
    const content = FileContent.fromBytes(bytes)
    if (content.text === null || content.text.includes('\0')) {
      return importFailed('import-format', name, `${name} is ${describe(bytes)}`)
    }
    if (!mentionsPromise(content.text)) {
      return importFailed('import-no-promise', name, `${name} holds no object of kind Promise`)
    }
    const report = { format: 'yaml', root: '', promise: name, notes: [] }
    return { ok: true, files: new Map([[PROMISE_FILE, content]]), report }
  },
}

/** What a file that is not UTF-8 text seems to be, and the way out. */
function describe(bytes: Uint8Array): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    return 'in UTF-16: save it as UTF-8'
  }
  if (a === 0x1f && b === 0x8b) return 'packed with gzip: unpack it, or pack a zip'
  return 'neither UTF-8 text nor a zip'
}
