import { setDefault } from '@/lib/commands/set-default'
import type { SchemaNode } from '@/lib/schema/walk'
import { keywordError, schemaRule } from './schema-rule'

const META = ['metadata', 'apiVersion', 'kind']

/** kratix.md 71: the API server fills in these fields itself. */
export const schemaDefaultPlace = schemaRule(
  'schema-default-place',
  (node, report) => {
    const value = node.schema.default
    if (value === undefined || value === null) return
    const reason = forbidden(node)
    if (!reason) return
    const message = `A default must not be set ${reason}.`
    report(keywordError(node, 'default', message, setDefault(node.path, undefined)))
  },
  { logic: true },
)

function forbidden(node: SchemaNode): string | undefined {
  let inMap = false
  for (let here: SchemaNode | undefined = node; here?.parent; here = here.parent) {
    if (here.as === 'additionalProperties') inMap = true
    const name = here.path.at(-1)
    if (here.as !== 'properties' || !META.includes(String(name))) continue
    if (here.parent.as === undefined) {
      return `in top-level ${name}: the API server fills it in itself`
    }
    if (inMap && here.parent.schema['x-kubernetes-embedded-resource'] === true) {
      return 'inside "additionalProperties" applying to object metadata: it cannot be told which keys it is for'
    }
  }
  return undefined
}
