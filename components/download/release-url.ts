import { RELEASE_URL } from '@/lib/promise/settings'

/** A host that nobody can have (RFC 2606): what stands there is fetched from no stranger. */
const NOWHERE = 'https://example.invalid'

/**
 * The file of a tag on GitHub, where the images lie there, too; else an address to be replaced, for
 * which {@link isPlaceholder} holds.
 *
 * @param file the path of the Promise in the repository
 */
export function usualReleaseUrl(registry: string, root: string, file: string): string {
  const owner = /^ghcr\.io\/([A-Za-z0-9-]+)/.exec(registry)?.[1]
  const host = owner ? `https://raw.githubusercontent.com/${owner}` : NOWHERE
  return `${host}/${root}/{version}/${file}`
}

/** True for an address that still has to be replaced. */
export function isPlaceholder(url: string): boolean {
  return url.startsWith(`${NOWHERE}/`)
}

/** Why Kratix could not fetch anything from `text`; `undefined` when it could. */
export function checkReleaseUrl(text: string): string | undefined {
  if (!RELEASE_URL.test(text)) return 'An address begins with https:// and has no spaces.'
  const filled = text.replaceAll('{version}', 'v1')
  if (!URL.canParse(filled)) return 'This is not an address.'
  return READABLE.test(filled) ? undefined : 'Kratix cannot read this address.'
}

// Browsers forgive more than Kratix, which reads addresses as Go does.
const READABLE =
  /^https?:\/\/([\w.~!$&'()*+,;=:-]*@)?(\[[\da-f:.]+\]|[\p{L}\p{N}._-]+)(:\d{1,5})?([/?#](%[\da-f]{2}|[^%\\"<>^`{|}\p{Cc}\s])*)?$/iu
