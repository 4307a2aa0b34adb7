'use client'

import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Field, fieldAttributes } from '@/components/ui/field'
import { formatDefault, parseDefault } from '@/lib/schema/parse-default'
import type { Property } from '@/lib/schema/property'

export interface EnumValuesProps {
  readonly property: Property
  readonly disabled: boolean
  readonly onChange: (values: readonly unknown[]) => void
}

/** The values of an enum: type one and press Enter; Alt+arrow moves a value, Delete removes it. */
export function EnumValues({ property, disabled, onChange }: EnumValuesProps): React.ReactElement {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const values = property.enum
  const labels = values.map(formatDefault)
  const read = parseDefault(text, property.itemType ?? 'string')
  const error =
    text === ''
      ? undefined
      : !read.ok
        ? read.reason
        : labels.includes(text)
          ? `"${text}" is in the list already.`
          : undefined

  const add = (): void => {
    if (text === '' || error !== undefined || !read.ok) return
    onChange([...values, read.value])
    setText('')
  }
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= values.length) return
    const next = [...values]
    next.splice(to, 0, ...next.splice(from, 1))
    onChange(next)
  }
  const remove = (index: number): void => {
    onChange(values.filter((_, i) => i !== index))
    input.current?.focus()
  }
  const onValueKey = (event: KeyboardEvent, index: number): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      remove(index)
    } else if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault()
      event.stopPropagation()
      move(index, index + (event.key === 'ArrowLeft' ? -1 : 1))
    }
  }

  return (
    <Field id={id} label="Values" error={error}>
      <div
        className="control flex flex-wrap items-center gap-1.5 px-[9px] py-[3px]"
        data-invalid={error !== undefined || undefined}
        data-disabled={disabled || undefined}
      >
        {labels.map((label, index) => (
          <span
            key={label}
            className="inline-flex max-w-full items-center rounded-[5px] border border-line2 bg-raised pl-1.5 text-sm"
          >
            <span className="truncate font-mono">{label === '' ? '""' : label}</span>
            <button
              type="button"
              disabled={disabled}
              aria-label={`Remove the value ${label}`}
              title="Alt+arrows move it, Delete removes it"
              onClick={() => remove(index)}
              onKeyDown={(event) => onValueKey(event, index)}
              className="ml-0.5 inline-flex size-5 items-center justify-center rounded-[4px] text-faint hover:text-text"
            >
              <X size={12} aria-hidden />
            </button>
          </span>
        ))}
        <input
          ref={input}
          {...fieldAttributes(id, error, undefined)}
          value={text}
          disabled={disabled}
          autoComplete="off"
          spellCheck={false}
          placeholder={values.length === 0 ? 'a value, then Enter' : 'add a value'}
          onChange={(event) => setText(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              add()
            } else if (event.key === 'Backspace' && text === '' && values.length > 0) {
              onChange(values.slice(0, -1))
            }
          }}
          className="h-[22px] min-w-20 flex-1 bg-transparent outline-none"
        />
      </div>
    </Field>
  )
}
