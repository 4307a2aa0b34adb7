import { isRecord } from '@/lib/promise/path'
import { keywordError, schemaRule } from './schema-rule'

const PRESERVE = 'x-kubernetes-preserve-unknown-fields'
const INT_OR_STRING = 'x-kubernetes-int-or-string'
const EMBEDDED = 'x-kubernetes-embedded-resource'

/** kratix.md 76-78: what Kubernetes' own keywords ask of the schema that bears them. */
export const schemaExtensions = schemaRule(
  'schema-extensions',
  (node, report) => {
    const { schema, logic } = node
    const say = (keyword: string, message: string) => report(keywordError(node, keyword, message))
    if (schema[PRESERVE] === false) {
      say(PRESERVE, `"${PRESERVE}" must be true or undefined: leave it out to drop unknown fields.`)
    }
    if (logic) return
    if (schema[INT_OR_STRING] === true) {
      for (const keyword of [PRESERVE, EMBEDDED]) {
        if (schema[keyword] !== true) continue
        say(
          keyword,
          `"${keyword}" must be false if ${INT_OR_STRING} is true: one is an object, the other is none.`,
        )
      }
    }
    if (schema[EMBEDDED] !== true) return
    if (schema.type !== 'object') {
      say('type', `The type must be object if ${EMBEDDED} is true.`)
    }
    const { properties, additionalProperties: more } = schema
    const bare = !isRecord(properties) || Object.keys(properties).length === 0
    if (bare && schema[PRESERVE] !== true) {
      say(
        'properties',
        `"properties" must not be empty if ${EMBEDDED} is true without ${PRESERVE}: nothing of the object would be kept.`,
      )
    }
    if (more !== undefined && more !== null) {
      say(
        'additionalProperties',
        `"additionalProperties" must not be used if ${EMBEDDED} is set: an object of Kubernetes has named fields.`,
      )
    }
    for (let here = node; here.parent; here = here.parent) {
      const inMeta =
        here.as === 'properties' &&
        ['metadata', 'apiVersion', 'kind'].includes(String(here.path.at(-1)))
      const { parent } = here
      if (!inMeta || !(parent.as === undefined || parent.schema[EMBEDDED] === true)) continue
      say(EMBEDDED, `"${EMBEDDED}" must not be used inside of resource meta.`)
      break
    }
  },
  { logic: true },
)
