'use client'

import { X } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { exampleFor } from '@/lib/schema/example'
import type { Schema } from '@/lib/schema/property'
import { useRequestForm } from './form-context'
import { GroupFrame } from './group-frame'
import { ValueField, type ValueFieldProps } from './value-field'

/** More items than these are edited as YAML. */
const MOST = 50

/** A list: its items one below the other. */
export function ItemsField(
  props: ValueFieldProps & { readonly items: Schema },
): React.ReactElement {
  const { label, path, value, items } = props
  const { set, remove } = useRequestForm()
  const list = Array.isArray(value) ? value : []
  const add = () => {
    const item = exampleFor(items, 'minimal') ?? null
    set(list.length === 0 ? path : [...path, list.length], list.length === 0 ? [item] : item)
  }
  const count = `${list.length} item${list.length === 1 ? '' : 's'}`
  return (
    <GroupFrame
      field={props}
      count={value === undefined ? undefined : count}
      add={{ label: `Add an item to ${label}`, run: add }}
    >
      {list.slice(0, MOST).map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item has no other identity
        <div key={index} className="flex items-start gap-1.5">
          <div className="min-w-0 flex-1">
            <ValueField
              label={`${label}[${index}]`}
              schema={items}
              path={[...path, index]}
              value={item}
              required={false}
            />
          </div>
          <IconButton
            size="sm"
            className="mt-5"
            label={`Remove ${label}[${index}]`}
            icon={<X size={14} aria-hidden />}
            onClick={() => remove([...path, index])}
          />
        </div>
      ))}
      {list.length > MOST ? (
        <p className="mb-1.5 text-faint text-sm">
          {list.length - MOST} more items are in the YAML.
        </p>
      ) : null}
    </GroupFrame>
  )
}
