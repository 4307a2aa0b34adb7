import { compose } from './compose'
import { attachedStart, linesEnd } from './entry'
import { canBePlain, doubleQuoted, printScalar } from './print-scalar'
import type { Columns, Rendered } from './print-yaml'
import type { Style } from './style'
import { columnOf, lineStart, spaces } from './text'
import { entriesOf, isBlockCollection, isBlockScalar, type YamlNode } from './tree'

/** A piece of source that goes elsewhere. */
export interface Carried {
  readonly text: string
  readonly node: YamlNode
  /** Column of the key or dash that the node belongs to. */
  readonly parentColumn: number
  /** Anchors that must not be taken along, since the original keeps them. */
  readonly withoutAnchors?: boolean
}

/** The first document of a text given as a value. @throws RangeError when it is broken */
export function parseSource(text: string): Carried {
  const [document] = compose(text)
  if (!document || document.broken) {
    throw new RangeError(document?.problems[0]?.message ?? 'this is no YAML')
  }
  return { text, node: document.root, parentColumn: -1 }
}

/** `source` with every line but the first moved by `delta` columns, at least to `least`. */
export function reindent(source: string, delta: number, least: number, lineBreak: string): string {
  return source
    .split(/\r?\n/)
    .map((line, i) => {
      if (i === 0) return line
      const content = line.trimStart()
      // Blank lines of a block scalar have no meaning up to its indent, and some beyond.
      if (content === '' && !line.includes('\t'))
        return spaces(line === '' ? 0 : line.length + delta)
      let indent = 0
      while (line[indent] === ' ') indent++
      return spaces(Math.max(indent + delta, least)) + line.slice(indent)
    })
    .join(lineBreak)
}

/** The carried node in block context, its source re-indented. */
export function carryBlock(carried: Carried, columns: Columns, style: Style): Rendered {
  const { text, node } = carried
  const props = carried.withoutAnchors ? '' : text.slice(node.start, node.from)
  if (!isBlockCollection(node)) {
    const delta = columns.parentColumn - carried.parentColumn
    const least = Math.max(columns.parentColumn + 1, 0)
    const source = text.slice(
      isBlockScalar(node) || carried.withoutAnchors ? node.from : node.start,
      node.to,
    )
    const body = reindent(source, delta, isBlockScalar(node) ? 0 : least, style.lineEnd)
    return { inline: (isBlockScalar(node) ? props : '') + body }
  }
  const [first] = entriesOf(node)
  const last = entriesOf(node).at(-1)
  if (!first || !last) return { inline: node.kind === 'map' ? '{}' : '[]' }
  const column = node.kind === 'map' ? columns.column : columns.listColumn
  const start = attachedStart(text, first.start, 0)
  const from = start === first.start ? start : lineStart(text, start)
  const own = columnOf(text, first.start)
  const source = text.slice(
    from === first.start ? from : from + own,
    trimBreak(text, linesEnd(text, last)),
  )
  const below = spaces(column) + reindent(source, column - own, 0, style.lineEnd)
  return { below, column }
}

/** The offset before the line break that ends at `end`, if one does. */
export function trimBreak(text: string, end: number): number {
  if (text[end - 1] !== '\n') return end
  return text[end - 2] === '\r' ? end - 2 : end - 1
}

/** The carried node on one line, for a place inside `{}` or `[]`. Comments have no place there. */
export function carryFlow(carried: Carried, style: Style): string {
  return flowOf(carried.node, carried, style)
}

function flowOf(node: YamlNode, carried: Carried, style: Style): string {
  const anchor = node.anchor && !carried.withoutAnchors ? `&${node.anchor} ` : ''
  const tag = node.tag ? `${tagSource(carried.text, node)} ` : ''
  return anchor + tag + flowContent(node, carried, style)
}

function flowContent(node: YamlNode, carried: Carried, style: Style): string {
  if (node.kind === 'alias') return `*${node.name}`
  if (node.kind === 'opaque') return carried.text.slice(node.from, node.to)
  if (node.kind === 'seq') {
    return `[${node.items.map((item) => flowOf(item.value, carried, style)).join(', ')}]`
  }
  if (node.kind === 'map') {
    const pairs = node.pairs.map((pair) => {
      const colon = pair.key.kind === 'alias' ? ' :' : ':'
      return `${flowOf(pair.key, carried, style)}${colon} ${flowOf(pair.value, carried, style)}`
    })
    return `{${pairs.join(', ')}}`
  }
  const source = carried.text.slice(node.from, node.to)
  if (node.style === 'empty') return 'null'
  const oneLine = !source.includes('\n')
  if (oneLine && (node.style === 'single' || node.style === 'double')) return source
  if (oneLine && node.style === 'plain' && !/[,[\]{}:?]/.test(source)) return source
  return canBePlain(node.text, true)
    ? node.text
    : node.text.includes('\n')
      ? doubleQuoted(node.text)
      : printScalar(node.text, { quote: style.quote, flow: true, always: true })
}

function tagSource(text: string, node: YamlNode): string {
  return /!\S*/.exec(text.slice(node.start, node.from))?.[0] ?? ''
}
