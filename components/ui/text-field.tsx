'use client'

import clsx from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { Field, type FieldFrameProps, fieldAttributes } from './field'

type Native = Omit<ComponentProps<'input'>, 'prefix' | 'onChange' | 'value' | 'className' | 'size'>

export interface TextFieldProps extends FieldFrameProps, Native {
  readonly value: string
  readonly onChange: (value: string) => void
  /** For names, paths, code. */
  readonly mono?: boolean
  readonly prefix?: ReactNode
  readonly suffix?: ReactNode
  readonly inputClassName?: string
}

/** One line of text. `ref` is the input. */
export function TextField({
  label,
  hideLabel,
  help,
  error,
  warning,
  reserve,
  aside,
  className,
  inputClassName,
  value,
  onChange,
  mono = false,
  prefix,
  suffix,
  disabled,
  id: givenId,
  ...rest
}: TextFieldProps) {
  const ownId = useId()
  const id = givenId ?? ownId
  return (
    <Field {...{ id, label, hideLabel, help, error, warning, reserve, aside, className }}>
      <div
        className="control flex items-center gap-1.5 px-[9px]"
        data-invalid={error !== undefined || undefined}
        data-disabled={disabled || undefined}
      >
        {prefix ? <span className="shrink-0 text-faint">{prefix}</span> : null}
        <input
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          {...rest}
          {...fieldAttributes(id, error, help ?? warning)}
          disabled={disabled}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={clsx(
            'h-7 min-w-0 flex-1 bg-transparent outline-none',
            mono && 'font-mono text-sm',
            inputClassName,
          )}
        />
        {suffix ? <span className="shrink-0 text-faint">{suffix}</span> : null}
      </div>
    </Field>
  )
}
