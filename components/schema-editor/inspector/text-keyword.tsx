import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

export interface TextKeywordProps extends SchemaFormProps {
  readonly keyword: 'title' | 'description'
  readonly label: string
  readonly placeholder?: string
  readonly className?: string
}

/** A keyword that is plain text; empty means that it is not there. */
export function TextKeyword(props: TextKeywordProps): React.ReactElement {
  const { path, schema, keyword, ...rest } = props
  const field = useSchemaField(path)
  const value = schema[keyword]
  const Control = keyword === 'description' ? TextArea : TextField
  return (
    <Control
      {...rest}
      {...field.place(keyword)}
      reserve={keyword === 'description' ? 0 : 1}
      error={field.fault(keyword)}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => field.set(keyword, text === '' ? undefined : text)}
    />
  )
}
