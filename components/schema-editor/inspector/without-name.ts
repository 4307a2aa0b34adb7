import type { Path } from '@/lib/promise/path'

/**
 * The message of a rule in short for a field of the schema at `path`: the property that it is about
 * stands right above, so its name is left out.
 */
export function withoutName(message: string, path: Path): string {
  const name = path.findLast((_, i) => path[i - 1] === 'properties')
  if (name === undefined) return message
  const property = `property "${name}"`
  if (path.at(-2) !== 'properties') {
    return message
      .replace(`ach item of "${name}"`, () => 'ach item')
      .replace(`ach value of "${name}"`, () => 'ach value')
  }
  const subject = `The ${property} `
  if (message.startsWith(subject)) return `It ${message.slice(subject.length)}`
  return message.replace(` of the ${property}`, () => '')
}
