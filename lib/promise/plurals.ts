import pluralize from 'pluralize'

/**
 * Names of our field that look like plurals, or that follow Greek and Latin only on paper. Each
 * pattern takes the end of a word, so that `ManagedRedis` goes as `Redis` does.
 */
const WORDS: readonly [pattern: RegExp, plural: string][] = [
  [/redis$/, 'redises'],
  [/jenkins$/, 'jenkinses'],
  [/schema$/, 'schemas'],
  [/vertex$/, 'vertices'],
  [/virus$/, 'viruses'],
  [/canvas$/, 'canvases'],
  [/chaos$/, 'chaoses'],
  [/thanos$/, 'thanoses'],
  [/([^aeiou])lens$/, '$1lenses'],
  [/^lens$/, 'lenses'],
]

const MAX = 63 // DNS-1035 label (kratix.md rule 43)

/**
 * The plural of a kind as the API server wants it: lower case, a DNS-1035 label
 * (`Redis` -> `redises`, `Policy` -> `policies`). A kind that is a plural already stays as it is.
 * '' when the kind has no letter to start with.
 */
export function pluralOf(kind: string): string {
  const word = singularOf(kind)
  if (word === '') return ''
  const known = WORDS.find(([pattern]) => pattern.test(word))
  const plural = known ? word.replace(...known) : pluralize.plural(word)
  return label(plural.length > MAX ? word : plural)
}

/** The singular of a kind: lower case, and only what a DNS-1035 label may hold. */
export function singularOf(kind: string): string {
  return label(kind.toLowerCase())
}

function label(text: string): string {
  return text
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^[^a-z]+/, '')
    .slice(0, MAX)
    .replace(/-+$/, '')
}
