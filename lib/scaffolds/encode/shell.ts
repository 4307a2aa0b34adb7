// What no shell reads as anything but itself, in any position of a command. `=` could make an
// assignment and `~` a home folder, so they are quoted.
const plain = /^[A-Za-z0-9_./:@%+,-]+$/

/** `text` as one word of a POSIX shell. NUL cannot be in one and is left out. */
export function shellWord(text: string): string {
  const word = text.replaceAll('\0', '')
  return plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

/** A command whose words are given as they shall arrive. */
export function shellCommand(...words: readonly string[]): string {
  return words.map(shellWord).join(' ')
}
