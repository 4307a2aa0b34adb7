import type { TemplateProblem } from './check-template'

/**
 * Characters that some reader of YAML refuses or takes for a line break: control characters, a lone
 * carriage return, NEL, LS, PS, a byte-order mark after the start.
 */
export function checkCharacters(text: string): readonly TemplateProblem[] {
  const refused = /(?![\t\n\r])\p{Cc}|[\u2028\u2029\ufffe\uffff]|\r(?!\n)|(?<!^)\ufeff|\p{Cs}/gu
  return [...text.matchAll(refused)].map(({ 0: char, index }) => ({
    message: `write the character U+${hex(char).toUpperCase()} as "\\u${hex(char)}" in double quotes`,
    range: { from: index, to: index + char.length },
  }))
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16).padStart(4, '0')
}
