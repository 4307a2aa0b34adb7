'use client'

import clsx from 'clsx'
import { type ComponentProps, useId } from 'react'
import { Field, type FieldFrameProps, fieldAttributes } from './field'

type Native = Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'className'>

export interface TextAreaProps extends FieldFrameProps, Native {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly mono?: boolean
}

/** Several lines of text; grows with them where the browser can. `ref` is the textarea. */
export function TextArea({
  label,
  hideLabel,
  help,
  error,
  warning,
  reserve,
  aside,
  className,
  value,
  onChange,
  mono = false,
  disabled,
  rows = 2,
  id: givenId,
  ...rest
}: TextAreaProps) {
  const ownId = useId()
  const id = givenId ?? ownId
  return (
    <Field {...{ id, label, hideLabel, help, error, warning, reserve, aside, className }}>
      <div
        className="control flex"
        data-invalid={error !== undefined || undefined}
        data-disabled={disabled || undefined}
      >
        <textarea
          rows={rows}
          spellCheck={!mono}
          {...rest}
          {...fieldAttributes(id, error, help ?? warning)}
          disabled={disabled}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={clsx(
            'field-sizing-content max-h-80 min-h-[30px] flex-1 resize-y bg-transparent px-[9px] py-1 outline-none',
            mono && 'font-mono text-sm',
          )}
        />
      </div>
    </Field>
  )
}
