import type { Path } from '@/lib/promise/path'
import { type Carried, carryBlock, parseSource } from './carry'
import type { YamlDocument } from './document'
import { OUR_STYLE } from './style'
import { columnOf } from './text'
import { walk } from './tree'

/** Where a value goes that stands alone. */
const ALONE = { column: 0, listColumn: 0, parentColumn: -1 }

/**
 * The value at `path` as a text of its own, with its comments, lines moved to the left edge: what a
 * `YamlSource` puts back. `undefined` when there is none, or when it holds anchors or aliases, which
 * mean something only where they stand.
 */
export function valueSource(document: YamlDocument, path: Path): string | undefined {
  const spot = document.whole().spotOf(path)
  if (!spot) return undefined
  let alone = spot.via === undefined
  walk(spot.node, (node) => {
    if (node.kind === 'alias' || node.anchor !== undefined) alone = false
  })
  if (!alone) return undefined
  const { text } = document
  const parentColumn = spot.entry ? columnOf(text, spot.entry.start) : -1
  return carried({ text, node: spot.node, parentColumn })
}

/**
 * True when all of `text` stays when it becomes a value: a comment has to stand right above an entry
 * or at the end of a line.
 */
export function staysWhole(text: string): boolean {
  const lines = (one: string) => one.split(/\r?\n/).map((line) => line.trimEnd())
  const kept = lines(carried(parseSource(text)))
  return lines(text.trim()).join('\n') === kept.join('\n').trim()
}

function carried(source: Carried): string {
  const rendered = carryBlock(source, ALONE, OUR_STYLE)
  return 'inline' in rendered ? rendered.inline : rendered.below
}
