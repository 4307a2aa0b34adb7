// What no shell reads as anything but itself. `=` may not come first: zsh looks up a command then.
const plain = /^[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:@%+,=-]*$/

/** `text` as an argument of a command in a POSIX shell. NUL cannot be in one and is left out. */
export function shellWord(text: string): string {
  const word = text.replaceAll('\0', '')
  return plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

/** A command whose words are given as they shall arrive. */
export function shellCommand(...words: readonly string[]): string {
  return words.map(shellWord).join(' ')
}
