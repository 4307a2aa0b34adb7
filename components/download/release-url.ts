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

// Browsers forgive some of what Kratix, which reads addresses as Go does (net/url), refuses, and the
// other way round. Beyond the host Go minds only control characters and a % without two digits: the one
// not in the fragment, the other not in the query.
const HEX = String.raw`%[\dA-Fa-f]{2}`
const USER = `(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|${HEX})*@`
const IP = String.raw`\[[\dA-Fa-f:.]+\]`
const HOST = String.raw`(?:[^\x00-\x7F]|[A-Za-z0-9._~!$&'()*+,;="-]|%[89A-Fa-f][\dA-Fa-f])+`
const TEXT = String.raw`(?:[^%?#\p{Cc}]|[\x80-\x9F]|${HEX})*`
const READABLE = new RegExp(
  String.raw`^https?://(?:${USER})?(?:${IP}|${HOST})(?::\d*)?(?:/${TEXT})?(?:\?[^#\x00-\x1F\x7F]*)?(?:#(?:[^%]|${HEX})*)?$`,
  'u',
)
