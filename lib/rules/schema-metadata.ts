import { isRecord } from '@/lib/promise/path'
import { differsBy, keywordError, schemaRule } from './schema-rule'
import { SCHEMA_KEYWORDS } from './shapes'

/** Judged here or elsewhere in other words. */
const APART = ['type', 'default', 'properties']
const MAY = ['name', 'generateName']

/** kratix.md 65 and 66: the API server has a schema of its own for these three fields. */
export const schemaMetadata = schemaRule('schema-metadata', (node, report) => {
  const { schema } = node
  const root = node.as === undefined
  if (!root && schema['x-kubernetes-embedded-resource'] !== true) return
  const { properties } = schema
  if (!isRecord(properties)) return
  for (const name of ['apiVersion', 'kind']) {
    const child = properties[name]
    if (!isRecord(child) || child.type === 'string') continue
    const message = `The type of "${name}" must be string, since every object has it so.`
    report(keywordError(node, ['properties', name, 'type'], message))
  }
  const metadata = properties.metadata
  if (!isRecord(metadata)) return
  if (metadata.type !== 'object') {
    const message = 'The type of "metadata" must be object, since every object has it so.'
    report(keywordError(node, ['properties', 'metadata', 'type'], message))
  }
  if (!root) return
  const others = SCHEMA_KEYWORDS.filter(
    (keyword) => !APART.includes(keyword) && differsBy(metadata, keyword),
  )
  const names = isRecord(metadata.properties) ? Object.keys(metadata.properties) : []
  others.push(...names.filter((name) => !MAY.includes(name)))
  if (others.length === 0) return
  const message = `"metadata" must not specify anything other than name and generateName, but metadata is implicitly specified: ${others.map((name) => `"${name}"`).join(', ')} cannot stand here.`
  report(keywordError(node, ['properties', 'metadata'], message))
})
