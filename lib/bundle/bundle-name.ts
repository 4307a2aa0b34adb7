/**
 * The name of a repository: its folder inside the zip, and the zip's own name without `.zip`.
 * One folder inside, as start.spring.io does: `unzip` never scatters files over the place where
 * the user stands. `redis` becomes `redis-promise`, the folder of the Kratix tutorials. The name is
 * the user's text and may be half typed: only characters that are plain in every file system stay.
 */
export function bundleName(promise: string): string {
  const plain = promise
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  if (plain === '' || plain === 'promise') return 'promise'
  return plain.endsWith('-promise') ? plain : `${plain}-promise`
}
