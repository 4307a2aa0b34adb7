import { keywordError, schemaRule } from './schema-rule'

/**
 * What the API server forbids at the root of a schema with a status subresource. Left out are those
 * of which other rules say that they are forbidden everywhere at the root.
 */
const FORBIDDEN =
  'allOf anyOf oneOf not enum nullable minProperties maxProperties x-kubernetes-embedded-resource x-kubernetes-int-or-string x-kubernetes-list-type x-kubernetes-list-map-keys x-kubernetes-map-type id $schema $ref additionalItems definitions dependencies patternProperties'.split(
    ' ',
  )
/** Of these the empty text is none. */
const TEXTS = ['id', '$schema']

/** kratix.md 64 and 96: Kratix gives every version a status, and with one the root may hold little. */
export const schemaRootKeywords = schemaRule('schema-root-keywords', (node, report) => {
  if (node.as !== undefined) return
  for (const keyword of FORBIDDEN) {
    const value = node.schema[keyword]
    // An empty list or map counts, too: it is not what Go has where nothing is.
    if (value === undefined || value === null || value === false) continue
    if (value === '' && TEXTS.includes(keyword)) continue
    const message =
      keyword === 'nullable'
        ? '"nullable" cannot be true at the root: a request is always an object.'
        : `"${keyword}" is not allowed at the root of the schema if the status subresource is enabled, and Kratix enables it: write it below "spec".`
    report(keywordError(node, keyword, message))
  }
})
