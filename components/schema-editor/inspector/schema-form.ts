import type { Path } from '@/lib/promise/path'
import type { Schema } from '@/lib/schema/property'

/** What every form of a schema is given: that of a property, of items or of values alike. */
export interface SchemaFormProps {
  /** Place of the schema in promise.yaml. */
  readonly path: Path
  readonly schema: Schema
  readonly disabled: boolean
}
