import { type Path, valueAt } from '@/lib/promise/path'
import { withoutBlankEnd } from '@/lib/yaml/blank-end'
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

/**
 * A whole document as lines that can be put elsewhere: without the marks and directives around it,
 * at the left edge, the comments above it kept.
 */
export function standaloneDocument(document: YamlDocument): string {
  const value = document.value()
  const range = document.rangeOf([], 'value')
  if (!range) return printYaml(value)
  const { text } = document
  const line = text.lastIndexOf('\n', range.from - 1) + 1
  const column = range.from - line
  const head = text
    .slice(document.range.from, range.from)
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one.startsWith('#'))
  const rest = text.slice(range.from)
  const end = rest.search(/^\.\.\.(?=\s|$)/m)
  const body = (end < 0 ? rest : rest.slice(0, end))
    .split(/\r?\n/)
    .map((one, i) => (i === 0 ? one : one.slice(Math.min(column, one.search(/\S|$/)))))
  const source = [...head, ...body].join('\n')
  const [alone, ...more] = parseYaml(source)
  const same = alone && !alone.broken && more.length === 0 && sameValue(alone.value(), value)
  return same ? source : printYaml(value) // it leans on a tag or a directive outside
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
  const lines = [...head, ...body].join('\n')
  return withoutBlankEnd(lines.endsWith('\n') ? lines : `${lines}\n`)
}
