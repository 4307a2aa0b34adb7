import { isRecord } from '@/lib/promise/path'

/** A value of JSON as Go prints it (`%v`): `1e+06`, `<no value>`, `map[a:1]`. */
export function goText(value: unknown): string {
  if (value === null || value === undefined) return '<no value>'
  if (typeof value === 'bigint') return goNumber(Number(value))
  if (typeof value === 'number') return goNumber(value)
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`
  if (isRecord(value)) {
    const entries = Object.keys(value)
      .sort()
      .map((key) => `${key}:${goText(value[key])}`)
    return `map[${entries.join(' ')}]`
  }
  return String(value)
}

/** JSON numbers are floats to Go, which writes those below 1e-04 and from 1e+06 on with an exponent. */
function goNumber(value: number): string {
  const [digits = '', exponent = '0'] = value.toExponential().split('e')
  const power = Number(exponent)
  if (!Number.isFinite(value) || (power >= -4 && power < LONGEST)) return String(value)
  const sign = power < 0 ? '-' : '+'
  return `${digits}e${sign}${String(Math.abs(power)).padStart(2, '0')}`
}

/** The power of ten from which on Go writes an exponent. */
const LONGEST = 6

const SPACE = /\s/

/**
 * Breaks lines at blanks so that none is longer than `width` characters, as far as words allow. Line
 * ends and the blanks within a line stay; those at which a line is broken go.
 * @see github.com/mitchellh/go-wordwrap, which kubectl uses
 */
export function wrapWords(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n')
}

function wrapLine(line: string, width: number): string {
  let out = ''
  let column = 0
  let blanks = ''
  let word = ''
  let length = 0
  for (const char of line) {
    if (SPACE.test(char) && char !== '\u00a0') {
      if (blanks === '' || word !== '') {
        column += blanks.length + length
        out += blanks + word
        blanks = ''
        word = ''
        length = 0
      }
      blanks += char
    } else {
      word += char
      length++
      if (column + length + blanks.length > width && length < width) {
        out += '\n'
        column = 0
        blanks = ''
      }
    }
  }
  if (word !== '') return out + blanks + word
  return column + blanks.length > width ? out : out + blanks
}
