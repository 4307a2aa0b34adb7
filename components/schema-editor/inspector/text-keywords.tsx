import { useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { PROMISE_FILE } from '@/lib/promise/files'
import { appliesTo, keywordNamed } from '@/lib/schema/keywords'
import { show } from '@/lib/schema/misfit'
import { valueKind } from '@/lib/schema/value-kind'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

export interface TextKeywordsProps extends SchemaFormProps {
  readonly keywords: readonly string[]
}

/** Keywords that have no field here: kept as they are, with what they mean. */
export function TextKeywords(props: TextKeywordsProps): React.ReactElement | null {
  const { path, schema, disabled, keywords } = props
  const store = useDesignerStore()
  const field = useSchemaField(path)
  if (keywords.length === 0) return null
  const faultOf = (keyword: string) => {
    const { error, warning } = field.says(keyword)
    return error ?? warning
  }
  return (
    <div className="col-span-full pt-1">
      <h4 className="text-dim text-sm">Also in the text, and kept as it is</h4>
      <ul>
        {keywords.map((keyword) => (
          <li
            key={keyword}
            className="flex min-h-7 min-w-0 items-center gap-x-2 text-sm max-pane:flex-wrap"
          >
            <code className="max-w-[45%] shrink-0 truncate">
              {keyword}: <span className="text-faint">{show(schema[keyword])}</span>
            </code>
            <span
              className={`min-w-0 flex-1 truncate max-pane:basis-full max-pane:whitespace-normal ${faultOf(keyword) ? 'text-amber' : 'text-faint'}`}
              title={faultOf(keyword) ?? meaningOf(keyword, schema)}
            >
              {faultOf(keyword) ?? meaningOf(keyword, schema)}
            </span>
            <Button
              variant="link"
              size="sm"
              aria-label={`Show ${keyword}`}
              {...field.place(keyword)}
              onClick={() =>
                store.getState().select({ file: PROMISE_FILE, path: [...path, keyword] }, 'form')
              }
            >
              show
            </Button>
            <Button
              variant="link"
              size="sm"
              disabled={disabled}
              aria-label={`Remove ${keyword}`}
              onClick={() => field.set(keyword, undefined)}
            >
              remove
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function meaningOf(keyword: string, schema: SchemaFormProps['schema']): string {
  const known = keywordNamed(keyword)
  if (!known) return 'A CRD does not know it: the API server drops it.'
  if (!appliesTo(keyword, schema)) return `It says nothing of the type ${valueKind(schema)}.`
  return known.meaning
}
