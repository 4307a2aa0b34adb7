import { oneLine } from './text'

// What no shell reads as anything but itself. `=` may not come first: zsh looks up a command then.
const plain = /^[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:@%+,=-]*$/

/** `text` as an argument of a command in a POSIX shell. NUL cannot be in one and is left out. */
export function shellWord(text: string): string {
  const word = text.replaceAll('\0', '')
  return plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

/** As {@link shellWord}, on one line: for names, which hold no control characters when valid. */
export function shellName(text: string): string {
  return shellWord(oneLine(text))
}

/** A command on one line. Its words are arguments as {@link shellName} makes them. */
export function shellCommand(...words: readonly string[]): string {
  return words.map(shellName).join(' ')
}
