import { Lexer } from 'yaml'
import { applyTextEdits } from '@/lib/promise/command'
import { displayPath, type Path } from '@/lib/promise/path'
import { parseYaml, type YamlDocument } from '../document'
import { sameValue } from '../same-value'
import { lineStart, nextLine, startsLine } from '../text'
import { type Edited, edited, refused } from './edited'

/**
 * Puts the comments that `before` had and `doc` has no more above the entry at `path`, each on a
 * line of its own, in their order. Refused where a comment would mean something else there.
 */
export function keepComments(doc: YamlDocument, before: string, path: Path): Edited {
  const { text, style } = doc
  const lost = missing(commentsOf(before), commentsOf(text))
  if (lost.length === 0) return edited()
  const none = refused(`There is no place for the comments at ${displayPath(path)}.`)
  const start = (doc.rangeOf(path, 'key') ?? doc.rangeOf(path, 'value'))?.from
  if (start === undefined) return none
  // An item stands behind its dash, and what is in flow style anywhere in a line.
  const at = lineStart(text, start)
  const indent = /^[ \t]*/.exec(text.slice(at, nextLine(text, at)))?.[0] ?? ''
  if (!startsLine(text, start) && !/^-[ \t]/.test(text.slice(at + indent.length))) return none
  const insert = lost.map((comment) => indent + comment + style.lineEnd).join('')
  const edit = { from: at, to: at, insert }
  const made = applyTextEdits(text, [edit])
  const same = sameValue(values(made), values(text))
  return same && missing(lost, commentsOf(made)).length === 0 ? edited(edit) : none
}

const values = (text: string) => parseYaml(text).map((one) => one.value())

/** The comments of a text, in their order, each from its `#` on. */
function commentsOf(text: string): readonly string[] {
  const comments: string[] = []
  let scalar = false
  for (const token of new Lexer().lex(text)) {
    if (!scalar && token.startsWith('#')) comments.push(token.trimEnd())
    scalar = token === '\u001f' // what follows it is a scalar, which may begin with # in a block
  }
  return comments
}

/** What of `all` is not in `there`; what is in it twice must be there twice. */
function missing(all: readonly string[], there: readonly string[]): readonly string[] {
  const left = [...there]
  return all.filter((one) => {
    const found = left.indexOf(one)
    if (found >= 0) left.splice(found, 1)
    return found < 0
  })
}
