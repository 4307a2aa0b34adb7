import { printBlockScalar } from '../block-scalar'
import { canBeSingleQuoted, doubleQuoted, printScalar } from '../print-scalar'
import type { Style } from '../style'
import { isBlockScalar, type ScalarNode } from '../tree'

export interface ScalarPlace {
  readonly flow: boolean
  /** A key has to stay on one line. */
  readonly key?: boolean
  /** Column of the key or dash that the scalar belongs to. */
  readonly parentColumn: number
}

/** `value` in the style of `node`, where that style can hold it. */
export function spliceScalar(
  text: string,
  node: ScalarNode,
  value: unknown,
  place: ScalarPlace,
  style: Style,
): string {
  const source = text.slice(node.from, node.to)
  const lines = !place.flow && !place.key
  if (typeof value !== 'string') return printScalar(value, { flow: place.flow })
  if (isBlockScalar(node) || (lines && value.includes('\n') && node.style !== 'double')) {
    const block = printBlockScalar(value, {
      column: contentColumn(source, node) ?? place.parentColumn + style.indent,
      parentColumn: Math.max(place.parentColumn, 0),
      lineEnd: style.lineEnd,
      keep: isBlockScalar(node) && /^[|>][0-9]*\+/.test(source),
      folded: node.style === 'folded',
      comment: isBlockScalar(node) ? headerComment(source) : '',
    })
    if (block !== undefined) return block
  }
  if (node.style === 'double') return doubleQuoted(value.toWellFormed())
  if (node.style === 'single' && canBeSingleQuoted(value)) {
    return printScalar(value, { quote: 'single', always: true })
  }
  return printScalar(value, { quote: style.quote, flow: place.flow })
}

/** Column of the lines of a block scalar, from its own source. */
function contentColumn(source: string, node: ScalarNode): number | undefined {
  if (!isBlockScalar(node)) return undefined
  const line = source
    .split('\n')
    .slice(1)
    .find((one) => one.trim() !== '')
  if (line === undefined) return undefined
  const explicit = /[1-9]/.exec(/^[|>][-+0-9]*/.exec(source)?.[0] ?? '')
  const indent = line.length - line.trimStart().length
  // With an indicator the first line may begin with blanks of its own.
  return explicit ? undefined : indent
}

/** The comment behind the header of a block scalar, blanks before it included. */
export function headerComment(source: string): string {
  return /^[|>][-+0-9]*([ \t]+#[^\r\n]*)/.exec(source)?.[1] ?? ''
}
