import type { Quote } from './print-scalar'
import { columnOf } from './text'
import { entriesOf, isBlockCollection, isPair, walk, type YamlNode } from './tree'

/** How new nodes are written so that they look like the rest of the file. */
export interface Style {
  /** Columns from a key to the keys below it. */
  readonly indent: number
  /** Columns from a key to the `-` of its list: 0 or more. */
  readonly listIndent: number
  readonly quote: Quote
  readonly lineEnd: '\n' | '\r\n'
}

export const OUR_STYLE: Style = { indent: 2, listIndent: 2, quote: 'double', lineEnd: '\n' }

/** The style that prevails in the document; ours where it shows none. */
export function styleOf(text: string, root: YamlNode): Style {
  const indents: number[] = []
  const listIndents: number[] = []
  let single = 0
  let double = 0
  walk(root, (node) => {
    if (node.kind === 'scalar') {
      if (node.style === 'single') single++
      else if (node.style === 'double') double++
    }
    if (!isBlockCollection(node)) return
    const column = columnOf(text, node.from)
    for (const entry of entriesOf(node)) {
      if (!isPair(entry) || !isBlockCollection(entry.value)) continue
      const offset = columnOf(text, entry.value.from) - column
      if (entry.value.kind === 'seq') listIndents.push(offset)
      else if (offset > 0) indents.push(offset)
    }
  })
  const indent = mostCommon(indents) ?? OUR_STYLE.indent
  return {
    indent,
    listIndent: mostCommon(listIndents) ?? indent,
    quote: single > double ? 'single' : 'double',
    lineEnd: lineEndOf(text),
  }
}

/** The line end that most lines have. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  let all = 0
  let windows = 0
  for (let at = text.indexOf('\n'); at >= 0 && all < 1000; at = text.indexOf('\n', at + 1)) {
    all++
    if (text[at - 1] === '\r') windows++
  }
  return windows * 2 > all ? '\r\n' : '\n'
}

function mostCommon(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  let best: number | undefined
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1
    counts.set(value, count)
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value
  }
  return best
}
