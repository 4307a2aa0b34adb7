'use client'

import clsx from 'clsx'
import { RadioGroup } from 'radix-ui'
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
  const id = useId()
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const option = options.find((one) => one.value === next)
        if (option) onChange(option.value)
      }}
      className="flex flex-col gap-1"
    >
      {options.map((option, i) => (
        <label
          key={option.value}
          htmlFor={`${id}-${i}`}
          className={clsx(
            'flex cursor-pointer items-start gap-2.5 rounded-lg border px-3 py-2 hover:border-line2',
            option.value === value ? 'border-accent-line bg-accent-bg' : 'border-line',
          )}
        >
          <RadioGroup.Item
            id={`${id}-${i}`}
            value={option.value}
            className="mt-[3px] grid size-4 shrink-0 place-items-center rounded-full border border-line2 bg-raised data-[state=checked]:border-accent"
          >
            <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
          </RadioGroup.Item>
          <span className="min-w-0">
            <span className="block break-words font-medium">{option.label}</span>
            {option.detail ? (
              <code className="block break-all text-dim text-sm">{option.detail}</code>
            ) : null}
            {option.hint ? <span className="block text-dim text-sm">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </RadioGroup.Root>
  )
}
