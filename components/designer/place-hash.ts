import type { Place } from '@/lib/promise/command'
import { isSafePath } from '@/lib/promise/files'
import { pathFromString, pathToString } from '@/lib/promise/path'

/** A place as the address bar holds it after `#`: file and path with a colon between. */
export function hashOf(place: Place): string {
  const part = (text: string) => encodeURIComponent(text).replaceAll('%2F', '/')
  return `${part(place.file)}:${part(pathToString(place.path))}`
}

/** The reverse of {@link hashOf}; `undefined` for anything else that stands after the `#`. */
export function placeOf(hash: string): Place | undefined {
  const text = hash.replace(/^#/, '')
  const colon = text.indexOf(':')
  if (colon < 0) return undefined
  try {
    const file = decodeURIComponent(text.slice(0, colon))
    const path = pathFromString(decodeURIComponent(text.slice(colon + 1)))
    return isSafePath(file) ? { file, path } : undefined
  } catch (error) {
    if (error instanceof URIError) return undefined // a cut or hand-made link
    throw error
  }
}
