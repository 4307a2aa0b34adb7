import { type Path, valueAt } from '@/lib/promise/path'
import { parseYaml, type YamlDocument } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import { sameValue } from '@/lib/yaml/same-value'

/** The list item at `path` as a document of its own, in its own words as far as it can stand alone. */
export function standalone(document: YamlDocument, path: Path): string {
  const value = valueAt(document.value(), path)
  const text = itemSource(document, path)
  if (text !== undefined) {
    if (!mayHaveAlias(document, text)) return text
    const [alone, ...more] = parseYaml(text)
    const same = alone && !alone.broken && more.length === 0 && sameValue(alone.value(), value)
    if (same) return text
  }
  return printYaml(value) // it leans on an anchor outside
}

/** Most items have none, and reading a large one again would take long. */
function mayHaveAlias(document: YamlDocument, text: string): boolean {
  for (const [, name] of text.matchAll(/(?:^|[\s,[{])\*([^\s,[\]{}]+)/g)) {
    if (document.text.includes(`&${name}`)) return true
  }
  return false
}

/** The item's lines without its dash, moved to the first column, its comments in front. */
function itemSource(document: YamlDocument, path: Path): string | undefined {
  const { text } = document
  const entry = document.rangeOf(path, 'entry')
  const value = document.rangeOf(path, 'value')
  if (!entry || !value || document.shared(path)) return undefined
  const column = value.from - (text.lastIndexOf('\n', value.from - 1) + 1)
  const head = text
    .slice(entry.from, value.from)
    .split('\n')
    .map((line) => /^(?:\s*-)?\s*(#.*)$/.exec(line.replace(/\r$/, ''))?.[1])
    .filter((comment) => comment !== undefined)
  const body = text
    .slice(value.from, Math.max(entry.to, value.to))
    .split(/\r?\n/)
    .map((line, i) => (i === 0 ? line : line.slice(Math.min(column, line.search(/\S|$/)))))
  return `${[...head, ...body].join('\n').replace(/\n*$/, '')}\n`
}
