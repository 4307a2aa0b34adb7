import { Tooltip } from '@/components/ui/tooltip'
import { valueKind } from '@/lib/schema/value-kind'
import { NumberKeyword } from './number-keyword'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

/** The least and the greatest value; the sign before each says whether it is one itself. */
export function BoundsKeywords(form: SchemaFormProps): React.ReactElement {
  return (
    <div className="grid grid-cols-2 gap-x-2.5">
      <Bound {...form} end="minimum" />
      <Bound {...form} end="maximum" />
    </div>
  )
}

interface BoundProps extends SchemaFormProps {
  readonly end: 'minimum' | 'maximum'
}

function Bound({ end, ...form }: BoundProps): React.ReactElement {
  const low = end === 'minimum'
  return (
    <NumberKeyword
      {...form}
      keyword={end}
      label={low ? 'Minimum' : 'Maximum'}
      kind={valueKind(form.schema) === 'number' ? 'number' : 'integer'}
      prefix={<Exclusive {...form} end={end} />}
    />
  )
}

/** OpenAPI 3.0 says by a boolean whether a bound is itself excluded. */
function Exclusive({ path, schema, disabled, end }: BoundProps): React.ReactElement {
  const field = useSchemaField(path)
  const keyword = end === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'
  const on = schema[keyword] === true
  const signs = end === 'minimum' ? ['≥', '>'] : ['≤', '<']
  return (
    <Tooltip
      label={
        on
          ? `The ${end} itself is not accepted. Press to accept it.`
          : `The ${end} itself is accepted. Press to exclude it.`
      }
    >
      <button
        type="button"
        {...field.place(keyword)}
        disabled={disabled}
        aria-pressed={on}
        aria-label={`Exclude the ${end} itself`}
        onClick={() => field.set(keyword, on ? undefined : true)}
        className="-ml-1 inline-flex size-6 items-center justify-center rounded-[4px] font-mono hover:bg-hover hover:text-text aria-pressed:text-accent-text"
      >
        {signs[on ? 1 : 0]}
      </button>
    </Tooltip>
  )
}
