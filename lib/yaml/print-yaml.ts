import { printBlockScalar } from './block-scalar'
import { carryBlock, carryFlow, parseSource } from './carry'
import { doubleQuoted, printScalar } from './print-scalar'
import { OUR_STYLE, type Style } from './style'
import { spaces } from './text'
import { YamlSource } from './yaml-source'

/**
 * A value in block context: on the line of its key or dash (`inline`, of which later lines are
 * already indented), or on lines of its own (`below`, all indented to `column`).
 */
export type Rendered =
  | { readonly inline: string }
  | { readonly below: string; readonly column: number }

/**
 * `value` as a YAML text that ends with a line break: block style, two spaces, lists indented
 * below their key unless `options` says otherwise.
 */
export function printYaml(value: unknown, options: Partial<Style> = {}): string {
  const style = { ...OUR_STYLE, ...options }
  const rendered = renderBlock(value, { column: 0, parentColumn: -1, listColumn: 0 }, style)
  return `${'inline' in rendered ? rendered.inline : rendered.below}${style.lineEnd}`
}

export interface Columns {
  /** Of the keys of a map. */
  readonly column: number
  /** Of the dashes of a list. */
  readonly listColumn: number
  /** Of the key or dash that the value belongs to. */
  readonly parentColumn: number
}

/** Where the value of a key at `column` goes. */
export function belowKey(column: number, style: Style): Columns {
  return {
    column: column + style.indent,
    listColumn: column + style.listIndent,
    parentColumn: column,
  }
}

/** Where the value of a dash at `column` goes. */
export function belowDash(column: number): Columns {
  return { column: column + 2, listColumn: column + 2, parentColumn: column }
}

/** @throws TypeError for a value that YAML cannot hold */
export function renderBlock(value: unknown, columns: Columns, style: Style): Rendered {
  if (value instanceof YamlSource) return carryBlock(parseSource(value.text), columns, style)
  if (Array.isArray(value)) {
    if (value.length === 0) return { inline: '[]' }
    const column = columns.listColumn
    const lines = value.map((item) => spaces(column) + itemText(item, column, style))
    return { below: lines.join(style.lineEnd), column }
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, held]) => held !== undefined)
    if (entries.length === 0) return { inline: '{}' }
    const { column } = columns
    const lines = entries.map(([key, held]) => spaces(column) + pairText(key, held, column, style))
    return { below: lines.join(style.lineEnd), column }
  }
  if (typeof value === 'string' && value.includes('\n')) {
    const { column, parentColumn } = columns
    const block = printBlockScalar(value, {
      column: Math.max(column, parentColumn + 1, 1),
      parentColumn: Math.max(parentColumn, 0),
      lineEnd: style.lineEnd,
    })
    if (block !== undefined) return { inline: block }
  }
  return { inline: printScalar(value, { quote: style.quote }) }
}

/** Keys beyond this many characters need `? `, which no form writes; they are cut nowhere. */
const LONGEST_KEY = 1000

/** A key as it stands before its colon. @throws RangeError for one that YAML cannot hold */
export function keyText(key: string, style: Style, flow = false): string {
  const text = printScalar(key, { quote: style.quote, flow })
  if (text.length > LONGEST_KEY) throw new RangeError('a YAML key has at most 1000 characters')
  return text
}

/** `key: value`, without the indent of its first line and without a last line break. */
export function pairText(key: string, value: unknown, column: number, style: Style): string {
  return `${keyText(key, style)}:${afterKey(renderBlock(value, belowKey(column, style), style), style)}`
}

/** What follows a colon. */
export function afterKey(rendered: Rendered, style: Style): string {
  return 'inline' in rendered ? ` ${rendered.inline}` : style.lineEnd + rendered.below
}

/** `- value`, without the indent of its first line and without a last line break. */
export function itemText(value: unknown, column: number, style: Style): string {
  return `-${afterDash(renderBlock(value, belowDash(column), style))}`
}

/** What follows a dash: a collection begins on the dash's own line. */
export function afterDash(rendered: Rendered): string {
  return ` ${'inline' in rendered ? rendered.inline : rendered.below.slice(rendered.column)}`
}

/** `value` on one line, in flow style. */
export function renderFlow(value: unknown, style: Style): string {
  if (value instanceof YamlSource) return carryFlow(parseSource(value.text), style)
  if (Array.isArray(value)) return `[${value.map((item) => renderFlow(item, style)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .map(([key, held]) => `${keyText(key, style, true)}: ${renderFlow(held, style)}`)
    return `{${pairs.join(', ')}}`
  }
  if (typeof value === 'string' && value.includes('\n')) return doubleQuoted(value)
  return printScalar(value, { quote: style.quote, flow: true })
}
