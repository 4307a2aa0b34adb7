import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { shownText } from '@/components/ui/draft'
import { DraftField } from '@/components/ui/draft-field'
import { readRe2 } from '@/lib/schema/re2'
import { useKeptDraft } from '../kept-drafts'
import { PatternTester } from './pattern-tester'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

/** A pattern (RE2, as the cluster has it), with samples to try it on. */
export function PatternField({ path, schema, disabled }: SchemaFormProps): React.ReactElement {
  const field = useSchemaField(path)
  const [testing, setTesting] = useState(false)
  const pattern = typeof schema.pattern === 'string' ? schema.pattern : ''
  const kept = useKeptDraft([...path, 'pattern'])
  const refused = refusal(shownText(pattern, kept[0])) !== undefined
  return (
    <>
      <DraftField
        label="Pattern"
        mono
        disabled={disabled}
        placeholder="none, or RE2: ^[a-z]+$"
        {...field.says('pattern')}
        {...field.place('pattern')}
        aside={
          <Button
            variant="link"
            size="sm"
            className="-my-1"
            icon={<FlaskConical size={12} aria-hidden />}
            aria-expanded={testing}
            onClick={() => setTesting(!testing)}
          >
            Try it
          </Button>
        }
        value={pattern}
        kept={kept}
        check={refusal}
        onCommit={(text) => field.set('pattern', text === '' ? undefined : text)}
      />
      {testing ? <PatternTester pattern={pattern} refused={refused} schema={schema} /> : null}
    </>
  )
}

function refusal(text: string): string | undefined {
  const read = readRe2(text)
  return read.ok === false
    ? `No regular expression as the cluster has them: ${read.reason}.`
    : undefined
}
