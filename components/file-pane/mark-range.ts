import type { Path } from '@/lib/promise/path'
import type { Range, YamlDocument } from '@/lib/yaml/document'

/**
 * What to underline for a fault at `path`: its value where that is one line, else its key, or the
 * first line of an item of a list. What is missing is marked at the closest parent that is there.
 */
export function markRange(document: YamlDocument, path: Path): Range | undefined {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const here = path.slice(0, depth)
    // The key of an item is no more than its dash.
    const key = typeof here.at(-1) === 'number' ? undefined : document.rangeOf(here, 'key')
    const value = document.rangeOf(here, 'value')
    if (depth === path.length && value && !document.text.slice(value.from, value.to).includes('\n'))
      return value
    if (key) return key
    if (value) return firstLine(document.text, value)
  }
  return undefined
}

function firstLine(text: string, { from, to }: Range): Range {
  const end = text.slice(from, to).search(/\r?\n/)
  return end < 0 ? { from, to } : { from, to: from + end }
}
