import type { FileContent } from '@/lib/promise/files'
import { type Path, valueAt } from '@/lib/promise/path'
import { documentsOf, parseYaml, type YamlDocument } from '@/lib/yaml/document'
import { extentOf } from './extent'
import { isVacuous, type Slot } from './parts'

/**
 * The text of a Promise without its parts: what remains is the head. Where the head before had an
 * empty value in the place of a part, its lines come back; keys that were added for the parts alone
 * go with them.
 */
export function headWithout(
  document: YamlDocument,
  head: FileContent,
  slots: readonly Slot[],
): string | undefined {
  const [before] = documentsOf(head)
  if (!before) return undefined
  const holders = new Map<string, Path>()
  for (const { path } of slots) {
    for (let length = path.length - 1; length > 0; length--) {
      const holder = path.slice(0, length)
      holders.set(holder.join('.'), holder)
    }
  }
  const deepestFirst = [...holders.values()].sort((a, b) => b.length - a.length)
  let text = document.text
  for (const path of [...slots.map((slot) => slot.path), ...deepestFirst]) {
    const isSlot = slots.some((slot) => slot.path === path)
    const next = takeOut(text, path, before, isSlot)
    if (next === undefined) return undefined
    text = next
  }
  return text
}

/** The text without the entry at `path`, or with the one that the head had. */
function takeOut(
  text: string,
  path: Path,
  before: YamlDocument,
  isSlot: boolean,
): string | undefined {
  const [document] = parseYaml(text)
  if (!document?.has(path)) return text
  if (!isSlot && !isVacuous(valueAt(document.value(), path))) return text
  const extent = extentOf(document, path)
  if (!extent) return isVacuous(valueAt(document.value(), path)) ? text : undefined
  const known = extentOf(before, path)
  const lines = known ? before.text.slice(known.from, known.to) : ''
  return text.slice(0, extent.from) + lines + text.slice(extent.to)
}
