/**
 * The file of a tag on GitHub; the owner is that of the images where they lie there, too.
 *
 * @param file the path of the Promise in the repository
 */
export function usualReleaseUrl(registry: string, root: string, file: string): string {
  const owner = /^ghcr\.io\/([A-Za-z0-9-]+)/.exec(registry)?.[1] ?? 'OWNER'
  return `https://raw.githubusercontent.com/${owner}/${root}/{version}/${file}`
}

/** Why Kratix could not fetch anything from `text`; `undefined` when it could. */
export function checkReleaseUrl(text: string): string | undefined {
  if (!/^https?:\/\/\S+$/.test(text)) return 'An address begins with https:// and has no spaces.'
  const filled = text.replaceAll('{version}', 'v1')
  return URL.canParse(filled) ? undefined : 'This is not an address.'
}
