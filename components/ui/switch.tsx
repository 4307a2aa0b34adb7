'use client'

import clsx from 'clsx'
import { Switch as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'

export interface SwitchProps {
  readonly label: string
  /** Only for the eye: the accessible name stays `label`. */
  readonly hideLabel?: boolean
  readonly help?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly id?: string
  readonly className?: string
  /** Attributes of the control itself, such as those that tie it to a place. */
  readonly control?: { readonly 'data-place': string; readonly onFocus: () => void }
}

/** On or off, with its label at the right. */
export function Switch({
  label,
  hideLabel = false,
  help,
  checked,
  onChange,
  disabled,
  id: givenId,
  className,
  control,
}: SwitchProps) {
  const ownId = useId()
  const id = givenId ?? ownId
  return (
    <div className={clsx('flex items-start gap-2', className)}>
      <Radix.Root
        {...control}
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-label={hideLabel ? label : undefined}
        aria-describedby={help ? `${id}-help` : undefined}
        // The hit area is taller than the track: 24 px is the least that a finger hits.
        className="relative my-[2px] inline-flex h-4 w-[26px] shrink-0 items-center rounded-full bg-line2 transition-colors duration-100 after:absolute after:-inset-1 disabled:opacity-50 data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="block size-3 translate-x-0.5 rounded-full bg-on-accent transition-transform duration-100 data-[state=checked]:translate-x-3" />
      </Radix.Root>
      {hideLabel ? null : (
        <div className="min-w-0">
          <label htmlFor={id} className="cursor-pointer">
            {label}
          </label>
          {help ? (
            <p id={`${id}-help`} className="text-faint text-sm">
              {help}
            </p>
          ) : null}
        </div>
      )}
    </div>
  )
}
