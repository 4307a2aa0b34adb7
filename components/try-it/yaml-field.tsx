'use client'

import { useState } from 'react'
import { TextArea } from '@/components/ui/text-area'
import { tryPrintYaml } from '@/lib/build/print'
import { readYaml } from '@/lib/schema/value-text'
import { describes, Required } from './field-words'
import { useRequestForm } from './form-context'
import type { ValueFieldProps } from './value-field'

/** A value whose parts no schema describes: as YAML. Nothing typed means: not in the request. */
export function YamlField({
  label,
  schema,
  path,
  value,
  required,
}: ValueFieldProps): React.ReactElement {
  const { set, remove, faultAt } = useRequestForm()
  const own = value === undefined ? '' : (tryPrintYaml(value) ?? '')
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string }>()
  const shown = draft?.over === own ? draft.text : own
  const read = shown.trim() === '' ? undefined : readYaml(shown)
  const broken = read && !read.ok ? read.reason : undefined
  return (
    <TextArea
      label={label}
      mono
      value={shown}
      placeholder={schema.default === undefined ? undefined : tryPrintYaml(schema.default)}
      error={broken ?? faultAt(path)}
      help={describes(schema)}
      aside={required ? <Required /> : undefined}
      onBlur={() => {
        if (broken === undefined) setDraft(undefined)
      }}
      onChange={(text) => {
        const next = text.trim() === '' ? undefined : readYaml(text)
        // What is typed stays in sight while the value is what it means, or was.
        const meant = next?.ok ? (tryPrintYaml(next.value) ?? '') : next ? own : ''
        setDraft({ text, over: meant })
        if (!next) remove(path)
        else if (next.ok) set(path, next.value)
      }}
    />
  )
}
