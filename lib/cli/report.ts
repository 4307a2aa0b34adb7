import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import type { ReportItem } from '@/lib/importers'
import { toReal } from '@/lib/layout/places'
import type { Files } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { promiseDocument } from '@/lib/yaml/document'

/**
 * A diagnostic as compilers print it, so that editors and CI find the place:
 * `file:line:column: severity: message [code]`. `show` turns a repository path into the user's.
 */
export function diagnosticLine(
  { code, severity, message, place, range }: Diagnostic,
  files: Files,
  show: (file: string) => string,
): string {
  const { file, line, column } = spotOf({ place, range }, files)
  return plain(`${show(file)}:${line}:${column}: ${severity}: ${message} [${code}]`)
}

/** The file of a diagnostic, with line and column from 1. */
export function spotOf(
  { place, range }: Pick<Diagnostic, 'place' | 'range'>,
  files: Files,
): { readonly file: string; readonly line: number; readonly column: number; readonly path: Path } {
  const { file, path, range: real } = toReal(files, place, range)
  const offset = real?.from ?? offsetOf(files, file, path)
  return { file, path, ...position(files.get(file)?.text ?? '', offset) }
}

export const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** What became of a path of the input, as a warning. */
export function toDiagnostic({ path, fate, reason }: ReportItem): Diagnostic {
  const place = { file: path, path: [] }
  return { code: `import-${fate}`, severity: 'warning', message: `${fate}: ${reason}`, place }
}

/** One line without control characters: names and values of the input must not steer a terminal. */
export function plain(line: string): string {
  return line.replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ').replace(CONTROL, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what we replace
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** Where `path` begins in its file; where it is missing, the nearest place above it. */
function offsetOf(files: Files, file: string, path: Path): number {
  const content = files.get(file)
  if (path.length === 0 || !content || content.text === null) return 0
  const document = promiseDocument(content)
  for (let length = path.length; length > 0 && document; length--) {
    const here = path.slice(0, length)
    const part = typeof here.at(-1) === 'number' ? 'value' : 'key'
    const range = document.rangeOf(here, part)
    if (range) return range.from
  }
  return document?.range.from ?? 0
}

/** Line and column from 1, in UTF-16 units as editors count. */
function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lines = before.split('\n')
  return { line: lines.length, column: (lines.at(-1)?.replace(/^\ufeff/, '').length ?? 0) + 1 }
}
