'use client'

import { X } from 'lucide-react'
import { DraftField } from '@/components/ui/draft-field'
import { IconButton } from '@/components/ui/icon-button'
import { isRecord } from '@/lib/promise/path'
import { exampleFor } from '@/lib/schema/example'
import type { Schema } from '@/lib/schema/property'
import { useRequestForm } from './form-context'
import { GroupFrame } from './group-frame'
import { ValueField, type ValueFieldProps } from './value-field'

/** More entries than these are edited as YAML. */
const MOST = 50

/** A map: each entry with its key. */
export function EntriesField(
  props: ValueFieldProps & { readonly values: Schema },
): React.ReactElement {
  const { label, path, value, values } = props
  const { set, remove, rename } = useRequestForm()
  const record = isRecord(value) ? value : {}
  const keys = Object.keys(record)
  const add = () => {
    let key = 'key'
    for (let n = 2; Object.hasOwn(record, key); n++) key = `key-${n}`
    set([...path, key], exampleFor(values, 'minimal') ?? '')
  }
  const checkKey = (old: string) => (key: string) => {
    if (key === '') return 'An entry needs a key.'
    return key !== old && keys.includes(key)
      ? `There is a key ${JSON.stringify(key)} already.`
      : undefined
  }
  const count = `${keys.length} ${keys.length === 1 ? 'entry' : 'entries'}`
  return (
    <GroupFrame
      field={props}
      count={value === undefined ? undefined : count}
      add={{ label: `Add an entry to ${label}`, run: add }}
    >
      {keys.slice(0, MOST).map((key, index) => (
        // A key changes letter by letter while it is typed: the row must stay the same one.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className="flex flex-wrap items-start gap-1.5">
          <DraftField
            label={`Key ${index + 1} of ${label}`}
            className="w-40"
            mono
            value={key}
            check={checkKey(key)}
            onCommit={(next) => rename([...path, key], next)}
          />
          <div className="min-w-40 flex-1">
            <ValueField
              label={`${label}.${key}`}
              schema={values}
              path={[...path, key]}
              value={record[key]}
              required={false}
            />
          </div>
          <IconButton
            size="sm"
            className="mt-5"
            label={`Remove ${label}.${key}`}
            icon={<X size={14} aria-hidden />}
            onClick={() => remove([...path, key])}
          />
        </div>
      ))}
      {keys.length > MOST ? (
        <p className="mb-1.5 text-faint text-sm">
          {keys.length - MOST} more entries are in the YAML.
        </p>
      ) : null}
    </GroupFrame>
  )
}
