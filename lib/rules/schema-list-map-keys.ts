import { isRecord, type Path } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import { keywordError, schemaRule } from './schema-rule'

const LIST_TYPE = 'x-kubernetes-list-type'
const KEYS = 'x-kubernetes-list-map-keys'

/** kratix.md 81-83: the fields that tell the items of a list from each other. */
export const schemaListMapKeys = schemaRule(
  'schema-list-map-keys',
  (node, report) => {
    const { schema } = node
    const say = (keyword: string | Path, message: string) =>
      report(keywordError(node, keyword, message))
    const keys = Array.isArray(schema[KEYS]) ? schema[KEYS] : []
    const isMap = schema[LIST_TYPE] === 'map'
    if (keys.length > 0 && !isMap) {
      say(LIST_TYPE, `"${LIST_TYPE}" must be map if ${KEYS} is non-empty.`)
    }
    if (!isMap) return
    if (keys.length === 0) {
      say(
        KEYS,
        `"${KEYS}" must not be empty if ${LIST_TYPE} is map: name the fields that tell the items apart.`,
      )
    }
    const { items } = schema
    if (!isRecord(items)) {
      say('items', `"items" must have a single schema if ${LIST_TYPE} is map.`)
      return
    }
    if (items.type !== 'object') {
      say(
        ['items', 'type'],
        `The items must be object if the parent array's ${LIST_TYPE} is map: their fields are its keys.`,
      )
      return
    }
    const properties = isRecord(items.properties) ? items.properties : {}
    const required = Array.isArray(items.required) ? items.required : []
    for (const [i, key] of keys.entries()) {
      if (keys.indexOf(key) < i)
        say(KEYS, `"${KEYS}" must not contain duplicate entries, but has ${show(key)} twice.`)
      const name = String(key)
      const field = Object.hasOwn(properties, name) ? properties[name] : undefined
      if (field === undefined) {
        say(
          KEYS,
          `The entries of "${KEYS}" must all be names of item properties, but ${show(key)} is none.`,
        )
        continue
      }
      if (!isRecord(field)) continue
      if (field.type === 'array' || field.type === 'object') {
        say(
          ['items', 'properties', name, 'type'],
          `The key "${name}" must be a scalar type if the parent array's ${LIST_TYPE} is map.`,
        )
      }
      if (!required.includes(name) && (field.default === undefined || field.default === null)) {
        say(
          ['items', 'properties', name, 'default'],
          `The property "${name}" is in ${KEYS}, so it must have a default or be a required property.`,
        )
      }
      if (field.nullable === true) {
        say(
          ['items', 'properties', name, 'nullable'],
          `The property "${name}" is in ${KEYS}, so it cannot be nullable.`,
        )
      }
    }
  },
  { logic: true },
)
