import type { Joined } from './join'

/** The joined Promise as a file of its own: its lines end alike, as most lines of the parts do. */
export function joinedText({ text }: Pick<Joined, 'text'>): string {
  const all = text.split('\n').length - 1
  const windows = text.split('\r\n').length - 1
  if (windows === 0 || windows === all) return text
  return windows * 2 > all ? text.replace(/\r?\n/g, '\r\n') : text.replaceAll('\r\n', '\n')
}
