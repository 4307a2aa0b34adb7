import { oneLine } from './text'

/** `text` as running text: nothing in it is read as Markdown or HTML (a bare link stays one). */
export function markdownText(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]#|~$^]/g, (char) => `\\${char}`)
    .replace(/^([-+=!]|\d+[.)])/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)
}

/** `text` as inline code; the fence is longer than any run of backticks in it. */
export function markdownCode(text: string): string {
  const line = oneLine(text)
  if (line === '') return ''
  const fence = '`'.repeat(longestRun(line) + 1)
  const pad = line.startsWith('`') || line.endsWith('`') || /^ .* $/.test(line) ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}

/** A fenced block. The fence is longer than any run of backticks in `text`. */
export function markdownBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text.replace(/\n*$/, '')}\n${fence}`
}

/** A table. Cells are Markdown already; a `|` in them, also in code, is escaped as tables ask. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\\*\|/g, escapePipe)).join(' | ')} |`.replace(
      / {2,}/g,
      ' ',
    )
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A `|` is part of a cell when an odd number of backslashes stands before it. */
function escapePipe(match: string): string {
  return match.length % 2 === 0 ? match : `${match.slice(0, -1)}\\|`
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}
