import clsx from 'clsx'
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
  const { path, schema, keyword, className, ...rest } = props
  const field = useSchemaField(path)
  const value = schema[keyword]
  const isLong = keyword === 'description'
  const says = field.says(keyword)
  const said = says.error ?? says.warning
  const Control = isLong ? TextArea : TextField
  return (
    <Control
      {...rest}
      {...field.place(keyword)}
      className={clsx(className, isLong && 'mb-2.5')}
      reserve={isLong && said === undefined ? 0 : 1}
      {...says}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => field.set(keyword, text === '' ? undefined : text)}
    />
  )
}
