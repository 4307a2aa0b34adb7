import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import type { Schema } from '@/lib/schema/property'
import { breaking, schemaUpdateRule } from './update-rule'

const PRESERVE = 'x-kubernetes-preserve-unknown-fields'

/** kratix.md 9.3: what a closed object does not know is dropped from what is stored. */
export const updateClosed = schemaUpdateRule('update-closed', (pair, report) => {
  const { now, before, path, name } = pair
  const keyword = openBy(before)
  if (keyword === undefined || openBy(now) !== undefined) return
  if (now.type !== undefined && now.type !== 'object') return
  const at = [...path, keyword]
  const where = name === '' ? 'the request' : name
  report(
    breaking(at, `${where} kept fields that the schema does not name; now they are dropped.`, {
      suggestions: [setField(PROMISE_FILE, at, before[keyword], `Restore ${keyword}`)],
    }),
  )
})

/** The keyword that keeps what `properties` does not name. */
function openBy(schema: Schema): string | undefined {
  if (schema[PRESERVE] === true) return PRESERVE
  const { additionalProperties: more } = schema
  return more === true || isRecord(more) ? 'additionalProperties' : undefined
}
