/** The text with its first letter as a capital. */
export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The words of a text as one, each with a capital: `my-redis` -> `MyRedis`. */
export function pascalCase(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map(upperFirst)
    .join('')
}
