import { isRecord, type Path } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import { keywordError, schemaRule } from './schema-rule'

const LIST_TYPE = 'x-kubernetes-list-type'
const MAP_TYPE = 'x-kubernetes-map-type'
const KINDS = ['atomic', 'set', 'map']

/** kratix.md 79, 80 and 84: how lists and objects of two writers are merged. */
export const schemaListType = schemaRule(
  'schema-list-type',
  (node, report) => {
    const { schema } = node
    const say = (keyword: string | Path, message: string) =>
      report(keywordError(node, keyword, message))
    const mapType = schema[MAP_TYPE]
    if (typeof mapType === 'string') {
      if (schema.type !== 'object')
        say('type', `The type must be object if ${MAP_TYPE} is specified.`)
      if (mapType !== 'atomic' && mapType !== 'granular') {
        say(
          MAP_TYPE,
          `"${MAP_TYPE}" has the unsupported value ${show(mapType)}: supported are "atomic" and "granular".`,
        )
      }
    }
    const listType = schema[LIST_TYPE]
    if (typeof listType !== 'string') return
    if (schema.type !== 'array') say('type', `The type must be array if ${LIST_TYPE} is specified.`)
    if (!KINDS.includes(listType)) {
      say(
        LIST_TYPE,
        `"${LIST_TYPE}" has the unsupported value ${show(listType)}: supported are "atomic", "set" and "map".`,
      )
    }
    const { items } = schema
    if (!isRecord(items) || (listType !== 'set' && listType !== 'map')) return
    if (items.nullable === true) {
      say(
        ['items', 'nullable'],
        `The items cannot be nullable when ${LIST_TYPE} is ${listType}: each has to be told from the others.`,
      )
    }
    if (listType !== 'set' || schema.type !== 'array') return
    const inner = items[LIST_TYPE]
    if (items.type === 'array' && typeof inner === 'string' && inner !== 'atomic') {
      say(
        ['items', LIST_TYPE],
        `The items must be atomic as item of a list with ${LIST_TYPE}=set: they are compared as a whole.`,
      )
    }
    if (items.type === 'object' && items[MAP_TYPE] !== 'atomic') {
      say(
        ['items', MAP_TYPE],
        `The items must be atomic as item of a list with ${LIST_TYPE}=set: they are compared as a whole.`,
      )
    }
  },
  { logic: true },
)
