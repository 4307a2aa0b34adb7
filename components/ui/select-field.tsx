'use client'

import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import { type ComponentProps, useId } from 'react'
import { Field, type FieldFrameProps, fieldAttributes } from './field'

export interface SelectOption<T extends string> {
  readonly value: T
  readonly label: string
  readonly disabled?: boolean
}

type Native = Omit<ComponentProps<'select'>, 'onChange' | 'value' | 'className' | 'children'>

export interface SelectFieldProps<T extends string> extends FieldFrameProps, Native {
  readonly value: T
  readonly options: readonly SelectOption<T>[]
  readonly onChange: (value: T) => void
  readonly mono?: boolean
}

/** One of a few. The browser's own select: it works by keyboard, by touch and by voice. */
export function SelectField<T extends string>({
  label,
  hideLabel,
  help,
  error,
  warning,
  reserve,
  aside,
  className,
  value,
  options,
  onChange,
  mono = false,
  disabled,
  id: givenId,
  ...rest
}: SelectFieldProps<T>) {
  const ownId = useId()
  const id = givenId ?? ownId
  return (
    <Field {...{ id, label, hideLabel, help, error, warning, reserve, aside, className }}>
      <div
        className="control relative flex items-center"
        data-invalid={error !== undefined || undefined}
        data-disabled={disabled || undefined}
      >
        <select
          {...rest}
          {...fieldAttributes(id, error, help ?? warning)}
          disabled={disabled}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
          className={clsx(
            'h-7 w-full appearance-none text-ellipsis rounded-md bg-transparent pr-7 pl-[9px] outline-none',
            mono && 'font-mono text-sm',
          )}
        >
          {options.map((option) => (
            <option
              key={option.value}
              value={option.value}
              disabled={option.disabled}
              className="bg-raised text-text"
            >
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          size={14}
          aria-hidden
          className="pointer-events-none absolute right-2 text-faint"
        />
      </div>
    </Field>
  )
}
