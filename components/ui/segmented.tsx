'use client'

import clsx from 'clsx'
import { RadioGroup } from 'radix-ui'
import { type ReactNode, useRef } from 'react'

export interface SegmentedProps<T extends string> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: ReactNode }[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly disabled?: boolean
  readonly size?: 'md' | 'sm'
}

/** One of two to four, all in sight: a radio group that looks like one button. */
export function Segmented<T extends string>({
  label,
  options,
  value,
  onChange,
  disabled,
  size = 'md',
}: SegmentedProps<T>) {
  // Radix moves the focus a moment after an arrow key, and takes what it leads to only while the
  // key is still down: a short press would move the focus and choose nothing.
  const byArrow = useRef(false)
  return (
    <RadioGroup.Root
      aria-label={label}
      orientation="horizontal"
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        const option = options.find((one) => one.value === next)
        if (option) onChange(option.value)
      }}
      onKeyDown={({ key }) => {
        byArrow.current = key.startsWith('Arrow')
      }}
      className="inline-flex max-w-full rounded-md border border-line2 bg-panel p-px"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          onFocus={(event) => {
            if (!byArrow.current) return
            byArrow.current = false
            event.preventDefault() // Radix does no more with it
            if (option.value !== value) onChange(option.value)
          }}
          className={clsx(
            size === 'md' ? 'h-[26px] px-2.5' : 'h-5 px-2 text-sm',
            'inline-flex items-center gap-1.5 truncate rounded-[5px] text-dim hover:text-text disabled:opacity-50 data-[state=checked]:bg-raised data-[state=checked]:font-medium data-[state=checked]:text-text data-[state=checked]:shadow-card',
          )}
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
