import { FileContent, PROMISE_FILE } from '@/lib/promise/files'
import { documentsOf } from '@/lib/yaml/document'
import { mentionsPromise, type PromiseDocument, promiseDocuments } from '../documents'
import { type Imported, type Importer, importFailed, type PromiseChoice } from '../importer'
import { LIMITS } from '../limits'
import type { ReportItem } from '../report'
import { tooGreat } from '../repository'

/** A lone Promise, from a file or pasted. The bytes become `promise.yaml` as they are. */
export const yamlImporter: Importer = {
  id: 'yaml',
  accepts: (input) => input.kind === 'file',

  read(input, options) {
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
    const documents = promiseDocuments(content)
    const [first, ...others] = documents
    if (!first || others.length === 0) return imported(name, content, [])
    if (options.promise === undefined) {
      const suggested = { ...choiceOf(name, first), reason: 'It is the first in the file.' }
      return { kind: 'choice', choices: [suggested, ...others.map((one) => choiceOf(name, one))] }
    }
    return chosen(name, content, documents, options.promise)
  },
}

const choiceOf = (file: string, { number, name }: PromiseDocument): PromiseChoice => ({
  id: `${file}#${number}`,
  name,
  path: file,
  document: number,
})

/** The chosen document as it is written becomes `promise.yaml`; the others are skipped. */
function chosen(
  name: string,
  content: FileContent,
  documents: readonly PromiseDocument[],
  wanted: string,
): Imported {
  const exact = documents.filter((one) => choiceOf(name, one).id === wanted)
  const [one, another] =
    exact.length > 0
      ? exact
      : documents.filter((each) => each.name === wanted || String(each.number) === wanted)
  if (!one || another) {
    const list = documents.map((each) => `${each.number} (${each.name})`).join(', ')
    const message = `${JSON.stringify(wanted)} names no Promise of ${name}; there are ${list}`
    return importFailed('import-no-choice', name, message)
  }
  const skipped = documentsOf(content).flatMap((document, i): readonly ReportItem[] => {
    const twin = documents.find(({ number }) => number === i + 1)
    if (twin === one || (!twin && (document.value() ?? null) === null)) return []
    const reason = twin ? `The Promise ${twin.name} was not chosen.` : 'Not the chosen Promise.'
    return [{ path: `${name}#${i + 1}`, fate: 'skipped', reason, news: true }]
  })
  const { from, to } = one.range
  const own = FileContent.fromText((content.text ?? '').slice(from, to))
  return imported(name, own, skipped, one.number)
}

function imported(
  name: string,
  content: FileContent,
  items: readonly ReportItem[],
  document?: number,
): Imported {
  const promise = document === undefined ? name : `${name}#${document}`
  const report = { format: 'yaml', name, root: '', promise, items }
  return { kind: 'ok', files: new Map([[PROMISE_FILE, content]]), report, remarks: new Map() }
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
