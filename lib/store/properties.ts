import { type PromiseView, storageVersion } from '@/lib/promise/view'
import { propertiesOf } from '@/lib/schema/properties'
import type { Property } from '@/lib/schema/property'

/** How many properties the API offers, nested ones included: for the list of drafts. */
export function countProperties(view: PromiseView): number {
  const version = view.api && storageVersion(view.api)
  return version ? count(propertiesOf(version.schema, version.schemaPath)) : 0
}

function count(properties: readonly Property[]): number {
  return properties.reduce((sum, property) => sum + 1 + count(property.children), 0)
}
