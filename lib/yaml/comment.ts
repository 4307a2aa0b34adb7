/**
 * `text` on one line, without control characters and what a file of UTF-8 or YAML cannot hold: for
 * comments and labels, where meaning is lost.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/**
 * `text` as a `#` comment of a Makefile, shell script, Dockerfile or YAML file. It stays one line: a
 * Makefile and a Dockerfile go on after a backslash at the end.
 */
export function hashComment(text: string): string {
  return `# ${oneLine(text).replace(/\\+$/, '')}`.trimEnd()
}
