import { type Command, refused } from '@/lib/promise/command'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { type PastedProperty, readPasted } from '@/lib/schema/pasted'
import { entryText, pasteEntries, printYaml } from '@/lib/yaml/edit'
import { freePropertyName } from './add-property'
import { editPromiseText, set } from './edit-yaml'
import { onPromise } from './on-promise'
import { setRequired } from './set-required'

/** A pasted property with the name that it gets: another one where its own is taken. */
export interface NamedPaste extends PastedProperty {
  readonly as: string
}

/** The names that pasted properties get beside those that are there. */
export function pastedNames(
  properties: readonly PastedProperty[],
  there: readonly string[],
): readonly NamedPaste[] {
  const taken = new Set(there)
  return properties.map((property) => {
    const as = freePropertyName(property.name, (name) => taken.has(name))
    taken.add(as)
    return { ...property, as }
  })
}

/**
 * Adds the properties of a text (see {@link readPasted}) in their own words, with their comments;
 * those that were required are required here.
 * @param parent the map that gets them (`…properties`)
 * @param index where they stand among its properties; the end when absent
 */
export function pasteProperties(parent: Path, text: string, index?: number): Command {
  const label = 'Paste properties'
  return onPromise(label, ({ value }) => {
    const read = readPasted(text)
    if (!read.ok) return refused(read.reason)
    const siblings = valueAt(value, parent)
    const there = isRecord(siblings) ? Object.keys(siblings) : []
    const named = pastedNames(read.properties, there)
    const sources = named.map(({ as, path, schema }) =>
      path.length === 0 ? printYaml({ [as]: schema }) : entryText(read.document, path, as),
    )
    const before = there[index ?? there.length]
    const holder = parent.slice(0, -1)
    const bare = valueAt(value, [...holder, 'type']) === undefined
    const place = [...parent, named[0]?.as ?? '']
    const keys = named.map(({ as }) => as)
    const source = sources.join('')
    return [
      editPromiseText({ label, place }, (document) =>
        pasteEntries(document, parent, keys, source, before === undefined ? 'last' : { before }),
      ),
      ...(bare ? [editPromiseText({ label }, set([...holder, 'type'], 'object'))] : []),
      ...named
        .filter(({ required }) => required)
        .map(({ as }) => setRequired([...parent, as], true)),
    ]
  })
}
