import { shellName } from './shell'
import { oneLine } from './text'

/**
 * `text` as (part of) the value of a Makefile variable: `$` and `#` stand for themselves. A value
 * holds no line ends; blanks at its start are kept by an empty variable reference.
 */
export function makeValue(text: string): string {
  return (
    oneLine(text)
      .replaceAll('$', '$$$$')
      // Before a hash the backslashes count too: `\#` would be an escaped one.
      .replace(/(\\*)#/g, '$1$1\\#')
      .replace(/\\+$/, (tail) => `${tail}$()`)
  )
}

/** `text` as one word of a recipe, whatever shell characters it holds. Line ends become blanks. */
export function makeShellWord(text: string): string {
  return shellName(text).replaceAll('$', '$$$$')
}

/** Names for targets and variables, one per `keys`: letters, digits and `-`, all different. */
export function targetNames(keys: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return keys.map((key) => {
    const stem = key.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'step'
    let name = stem
    for (let n = 2; taken.has(name); n++) name = `${stem}-${n}`
    taken.add(name)
    return name
  })
}
