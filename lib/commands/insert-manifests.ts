import type { TextEdit } from '@/lib/promise/command'
import type { FileContent } from '@/lib/promise/files'
import { isRecord, type Path } from '@/lib/promise/path'
import { documentsOf, type YamlDocument } from '@/lib/yaml/document'
import { type Edited, insertItem, printYaml, setValue, YamlSource } from '@/lib/yaml/edit'
import { splitManifests } from './manifests'

/** An object that is to become an item of a list: its source, and what it says. */
export interface Item {
  readonly text: string
  readonly value: unknown
}

/** The objects of a file, or the reason why it has none that can become items. */
export function itemsOf(content: FileContent): readonly Item[] | string {
  if (content.text === null) return 'this is not text.'
  const documents = documentsOf(content)
  const broken = documents.findIndex((document) => document.broken)
  const [problem] = documents[broken]?.problems ?? []
  if (problem) return `document ${broken + 1} cannot be read: ${problem.message}`
  const values = documents.map((document) => document.value()).filter((value) => value != null)
  const wrong = values.findIndex((value) => !isRecord(value))
  if (wrong >= 0) return `document ${wrong + 1} is no object.`
  // A document that says `null` has content, too.
  const manifests = splitManifests(content.text).filter(({ text }) => !/^(null|~)\s*$/m.test(text))
  if (manifests.length !== values.length) return 'its documents cannot be told apart.'
  return manifests.map(({ text }, i) => ({ text, value: values[i] }))
}

/**
 * Adds items to the end of a list, their source as it is. A large source is not read again: the
 * place is made for short stand-ins, and the lines take it.
 */
export function appendItems(
  document: YamlDocument,
  list: Path,
  count: number,
  items: readonly Item[],
): Edited {
  const standIns = items.map((_, i) => `stand-in-${i}`)
  const placed = append(document, list, count, standIns)
  if (!placed.ok) return placed
  const lines = items.map((item) => ownAnchors(document, item).split('\n').slice(0, -1))
  let found = 0
  const edits = placed.edits.map(
    ({ from, to, insert }): TextEdit => ({
      from,
      to,
      insert: insert.replace(
        /^([ \t]*)- stand-in-(\d+)(\r?)$/gm,
        (_, indent: string, i: string, end: string) => {
          found++
          const below = `${end}\n${indent}  `
          return `${indent}- ${(lines[Number(i)] ?? []).join('\n').replace(/\n(?=[^\n])/g, below)}${end}`
        },
      ),
    }),
  )
  if (found === items.length) return { ok: true, edits }
  // A list within braces: there the sources have to be written on one line.
  const sources = items.map((item) => new YamlSource(ownAnchors(document, item)))
  return append(document, list, count, sources)
}

function append(
  document: YamlDocument,
  list: Path,
  count: number,
  values: readonly unknown[],
): Edited {
  if (count === 0) return setValue(document, list, values)
  const edits: TextEdit[] = []
  for (const value of values) {
    const inserted = insertItem(document, list, count, value)
    if (!inserted.ok) return inserted
    edits.push(...inserted.edits)
  }
  return { ok: true, edits }
}

/** An anchor must not come between one of the same name and its aliases in the document. */
function ownAnchors(document: YamlDocument, { text, value }: Item): string {
  const anchors = text.matchAll(/(?:^|[\s,[{])&([^\s,[\]{}]+)/g)
  for (const [, name] of anchors) {
    if (document.text.includes(`*${name}`)) return printYaml(value)
  }
  return text
}
