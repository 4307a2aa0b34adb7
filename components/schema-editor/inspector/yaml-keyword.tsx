import { useDesigner } from '@/components/designer/use-designer'
import { YamlField, type YamlFieldProps } from '@/components/struct-form/yaml-field'
import { setKeywordSource } from '@/lib/commands/set-schema-keyword'
import { show } from '@/lib/schema/misfit'
import { valueSource } from '@/lib/yaml/value-source'
import { useKeptDraft } from '../kept-drafts'
import type { SchemaFormProps } from './schema-form'
import { type SchemaFaults, useSchemaField } from './use-schema-field'

type Field = Pick<
  YamlFieldProps,
  'label' | 'read' | 'help' | 'placeholder' | 'aside' | 'className' | 'autoFocus' | 'rows'
>

export interface YamlKeywordProps extends SchemaFormProps, Field {
  readonly keyword: string
  /** Other than the problems at the place. */
  readonly faults?: SchemaFaults
}

/** A keyword whose value is written as YAML; what stands there with anchors can only be read. */
export function YamlKeyword(props: YamlKeywordProps): React.ReactElement {
  const { path, schema, disabled, keyword, faults, help, aside, ...rest } = props
  const field = useSchemaField(path)
  const kept = useKeptDraft([...path, keyword])
  const document = useDesigner((state) => state.reading.document)
  const value = schema[keyword]
  const source = document && value !== undefined ? valueSource(document, [...path, keyword]) : ''
  const locked = source === undefined
  return (
    <YamlField
      {...rest}
      disabled={disabled}
      readOnly={locked}
      help={locked ? 'It has anchors or aliases: edit it in the text.' : help}
      aside={locked ? undefined : aside}
      faults={faults ?? field.faults(keyword)}
      {...field.place(keyword)}
      kept={kept}
      source={source ?? show(value)}
      current={value}
      onCommit={(text) =>
        text === ''
          ? field.set(keyword, undefined)
          : field.run(setKeywordSource(path, keyword, text))
      }
    />
  )
}
