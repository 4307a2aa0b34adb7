import { DraftField } from '@/components/ui/draft-field'
import { parseDefault } from '@/lib/schema/parse-default'
import { useKeptDraft } from '../kept-drafts'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

export interface NumberKeywordProps extends SchemaFormProps {
  readonly keyword: string
  readonly label: string
  /** `count` for lengths and numbers of items. */
  readonly kind: 'count' | 'integer' | 'number'
  readonly placeholder?: string
  readonly prefix?: React.ReactNode
}

/** A keyword that is a number; empty means that it is not there. */
export function NumberKeyword(props: NumberKeywordProps): React.ReactElement {
  const { path, schema, disabled, keyword, label, kind, placeholder, prefix } = props
  const field = useSchemaField(path)
  const kept = useKeptDraft([...path, keyword])
  const value = schema[keyword]
  const read = (text: string) => parseDefault(text, kind === 'number' ? 'number' : 'integer')
  return (
    <DraftField
      label={label}
      mono
      inputMode={kind === 'number' ? 'decimal' : 'numeric'}
      disabled={disabled}
      placeholder={placeholder ?? 'none'}
      prefix={prefix}
      {...field.says(keyword)}
      {...field.place(keyword)}
      value={value === undefined || value === null ? '' : String(value)}
      kept={kept}
      check={(text) => {
        if (text === '') return undefined
        const number = read(text)
        if (!number.ok) return number.reason
        return kind === 'count' && Number(number.value) < 0 ? 'Not below 0.' : undefined
      }}
      means={(text) => {
        const number = read(text)
        return number.ok ? String(number.value) : ''
      }}
      onCommit={(text) => {
        const number = read(text)
        field.set(keyword, text === '' || !number.ok ? undefined : number.value)
      }}
    />
  )
}

export interface RangeKeywordsProps extends SchemaFormProps {
  /** What is bounded, as the keywords say it: `minLength` and `maxLength`. */
  readonly of: 'Length' | 'Items' | 'Properties'
}

/** The least and the most of something that is counted. */
export function RangeKeywords({ of, ...form }: RangeKeywordsProps): React.ReactElement {
  return (
    <div className="grid grid-cols-2 gap-x-2.5">
      <NumberKeyword {...form} keyword={`min${of}`} kind="count" label={`Fewest ${PLURAL[of]}`} />
      <NumberKeyword {...form} keyword={`max${of}`} kind="count" label={`Most ${PLURAL[of]}`} />
    </div>
  )
}

const PLURAL = { Length: 'characters', Items: 'items', Properties: 'entries' } as const
