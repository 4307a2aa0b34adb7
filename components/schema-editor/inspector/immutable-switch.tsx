import { useDesigner } from '@/components/designer/use-designer'
import { isRequired } from '@/lib/commands/required-edits'
import { setImmutable } from '@/lib/commands/set-immutable'
import { immutabilityIndex, uncorrelatable } from '@/lib/schema/immutability'
import type { SchemaFormProps } from './schema-form'
import { FaultySwitch } from './switch-keyword'
import { useSchemaField } from './use-schema-field'

const RULES = 'x-kubernetes-validations'

/** Forbids changes after creation by the usual CEL rule, and says what that rule cannot forbid. */
export function ImmutableSwitch({ path, schema, disabled }: SchemaFormProps): React.ReactElement {
  const field = useSchemaField(path)
  const promise = useDesigner((state) => state.reading.document?.value())
  const on = immutabilityIndex(schema) >= 0
  const impossible = uncorrelatable(promise, path)
  return (
    <FaultySwitch
      label="Cannot change after creation"
      help={impossible ?? (on ? rest(isRequired(promise, path)) : undefined)}
      control={field.place(RULES)}
      disabled={disabled || (impossible !== undefined && !on)}
      checked={on}
      onChange={(immutable) => field.run(setImmutable(path, immutable))}
    />
  )
}

/** The rule is asked only where there was a value and still is one. */
function rest(required: boolean): string | undefined {
  return required
    ? undefined
    : 'A request may still add or remove it, since it is optional; make it required to forbid that too.'
}
