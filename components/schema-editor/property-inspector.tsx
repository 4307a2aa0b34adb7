'use client'

import { useDesigner } from '@/components/designer/use-designer'
import { isRecord, valueAt } from '@/lib/promise/path'
import type { Property } from '@/lib/schema/property'
import { SchemaInspector } from './inspector/schema-inspector'

export interface PropertyInspectorProps {
  readonly property: Property
  readonly disabled: boolean
}

/** Everything of a property that does not fit into its row. */
export function PropertyInspector({
  property: { path },
  disabled,
}: PropertyInspectorProps): React.ReactElement | null {
  const schema = useDesigner((state) => valueAt(state.reading.document?.value(), path))
  return isRecord(schema) ? (
    <SchemaInspector path={path} schema={schema} disabled={disabled} />
  ) : null
}
