'use client'

import { useMemo, useState } from 'react'
import { SelectField } from '@/components/ui/select-field'
import { type Definition, definitionsIn, toProperties } from '@/lib/schema/json-schema'
import { AdditionPreview } from './addition-preview'
import type { SourceTabProps } from './lines-tab'
import { TabFrame } from './tab-frame'
import { TextSource } from './text-source'
import { useAddition, useMode } from './use-addition'
import { useParsed } from './use-parsed'

const EXAMPLE = `type: object
required: [size]
properties:
  size:
    enum: [small, large]
  replicas:
    type: integer
    exclusiveMinimum: 0`

const NOTHING = { wanted: { properties: {}, required: [] }, notes: [], reason: undefined }

/** Properties from a JSON Schema, an OpenAPI document or a CRD. */
export function SchemaTab({ text, onText, onDone }: SourceTabProps): React.ReactElement {
  const { values, problem, pending } = useParsed(text)
  const definitions = useMemo(() => definitionsIn(values), [values])
  const [chosen, choose] = useState('')
  const definition = definitions.find(({ id }) => id === chosen) ?? definitions[0]
  const { wanted, notes, reason } = useMemo(
    () => (definition ? toProperties(definition) : NOTHING),
    [definition],
  )
  const { spec, mode, setMode, hasApi } = useMode()
  const { rows, clashes, count, nothing, add } = useAddition(wanted, mode, spec)
  const none =
    text.trim() !== '' && !pending && definitions.length === 0
      ? 'There is no schema in it.'
      : undefined
  return (
    <TabFrame
      source={
        <>
          <TextSource
            label="JSON Schema, OpenAPI or CRD, in YAML or JSON"
            placeholder={EXAMPLE}
            value={text}
            onChange={onText}
            problem={problem ?? none ?? reason}
            help="References within the text are put in; what a CRD cannot hold is translated or left out, and said."
          />
          {definition && definitions.length > 1 ? (
            <ChooseDefinition definitions={definitions} value={definition.id} onChange={choose} />
          ) : null}
        </>
      }
      preview={
        <AdditionPreview
          rows={rows}
          clashes={clashes}
          count={count}
          notes={notes}
          pending={pending}
          empty="Paste or open a schema; the properties that it describes are shown here."
        />
      }
      mode={mode}
      onMode={hasApi ? setMode : undefined}
      disabled={nothing || pending || problem !== undefined}
      onAdd={() => {
        if (add()) onDone()
      }}
    />
  )
}

interface ChooseDefinitionProps {
  readonly definitions: readonly Definition[]
  readonly value: string
  readonly onChange: (id: string) => void
}

function ChooseDefinition({ definitions, value, onChange }: ChooseDefinitionProps) {
  return (
    <SelectField
      label={`Which of the ${definitions.length} schemas`}
      value={value}
      reserve={0}
      options={definitions.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}
