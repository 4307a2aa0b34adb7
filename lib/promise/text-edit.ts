/** Replace the UTF-16 range `[from, to)` of a text by `insert`. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** The text after `edits`, which must be sorted and must not overlap. @throws RangeError if not. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0
  let out = ''
  for (const { from, to, insert } of edits) {
    if (from < at || to < from || to > text.length) {
      throw new RangeError(`edit [${from}, ${to}) is out of order or outside 0..${text.length}`)
    }
    out += text.slice(at, from) + insert
    at = to
  }
  return out + text.slice(at)
}
