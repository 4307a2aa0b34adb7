import { isPrintable } from './print-scalar'
import { spaces } from './text'

export interface BlockScalarPrint {
  readonly column: number
  /** Column of the parent, from which an indentation indicator counts. */
  readonly parentColumn: number
  readonly lineEnd: string
  readonly folded?: boolean
  /** May be `|+`: no blank line can come behind it that is not its own. */
  readonly keep?: boolean
  /** A comment that stood behind the header, e.g. ` # why`. */
  readonly comment?: string
}

/**
 * `text` as a block scalar, from its `|` or `>` to the end of its last line (without its break);
 * `undefined` where that would lose something.
 */
export function printBlockScalar(text: string, print: BlockScalarPrint): string | undefined {
  const body = text.replace(/\n+$/, '')
  if (body.trim() === '' || !isPrintable(body.replaceAll('\n', '').replaceAll('\t', ''))) {
    return undefined
  }
  const breaks = text.length - body.length
  if (breaks > 1 && !print.keep) return undefined
  const lines = body.split('\n')
  // Folding keeps lines that begin with a blank as they are; such texts are written literally.
  const folded =
    print.folded === true && !lines.some((line) => /^[ \t]/.test(line)) && lines[0] !== ''
  const leading = lines.find((line) => line !== '') ?? ''
  let indicator = ''
  if (/^[ \t]/.test(leading) || lines[0] === '' || leading.startsWith('#')) {
    const width = print.column - print.parentColumn
    if (width < 1 || width > 9) return undefined
    indicator = String(width)
  }
  const chomp = breaks === 0 ? '-' : breaks === 1 ? '' : '+'
  const out = [`${folded ? '>' : '|'}${indicator}${chomp}${print.comment ?? ''}`]
  lines.forEach((line, i) => {
    // Within folded text one more break stands between two lines.
    if (folded && i > 0 && line !== '' && lines[i - 1] !== '') out.push('')
    else if (folded && i > 0 && line !== '' && lines[i - 1] === '') out.push('')
    out.push(line === '' ? '' : spaces(print.column) + line)
  })
  for (let i = 1; i < breaks; i++) out.push('')
  return out.join(print.lineEnd)
}
