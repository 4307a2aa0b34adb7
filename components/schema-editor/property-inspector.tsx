'use client'

import type { Property } from '@/lib/schema/property'
import { SchemaInspector } from './inspector/schema-inspector'

export interface PropertyInspectorProps {
  readonly property: Property
  readonly disabled: boolean
}

/** Everything of a property that does not fit into its row. */
export function PropertyInspector({
  property: { path, schema },
  disabled,
}: PropertyInspectorProps): React.ReactElement {
  return <SchemaInspector path={path} schema={schema} disabled={disabled} />
}
