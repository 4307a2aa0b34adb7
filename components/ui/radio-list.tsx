'use client'

import clsx from 'clsx'
import { useId } from 'react'

export interface RadioListOption<T extends string> {
  readonly value: T
  readonly label: string
  /** Below the label, in code: a path. */
  readonly detail?: string
  /** A sentence in words. */
  readonly hint?: string
}

export interface RadioListProps<T extends string> {
  readonly label: string
  readonly options: readonly RadioListOption<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** One of many, each with a line or two about it. Arrow keys move the choice. */
export function RadioList<T extends string>({
  label,
  options,
  value,
  onChange,
}: RadioListProps<T>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className="flex flex-col gap-1">
      {options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            'flex cursor-pointer items-start gap-2.5 rounded-lg border px-3 py-2 hover:border-line2 has-focus-visible:outline-2 has-focus-visible:outline-ring',
            option.value === value ? 'border-accent-line bg-accent-bg' : 'border-line',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="mt-[3px] size-4 shrink-0 accent-accent outline-none"
          />
          <span className="min-w-0">
            <span className="block break-words font-medium">{option.label}</span>
            {option.detail ? (
              <code className="block break-all text-dim text-sm">{option.detail}</code>
            ) : null}
            {option.hint ? <span className="block text-dim text-sm">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </div>
  )
}
