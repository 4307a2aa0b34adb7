'use client'

import clsx from 'clsx'
import { Popover } from 'radix-ui'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { Field, type FieldFrameProps, fieldAttributes } from './field'
import { useLandmark } from './use-landmark'

export interface ComboboxOption {
  readonly value: string
  readonly label?: string
  readonly hint?: ReactNode
}

export interface ComboboxProps extends FieldFrameProps {
  readonly value: string
  readonly options: readonly ComboboxOption[]
  /** Called on each key press and on a choice: any text may be typed, options only help. */
  readonly onChange: (value: string) => void
  readonly mono?: boolean
  readonly placeholder?: string
  readonly disabled?: boolean
}

/** Text with suggestions: arrows and Enter choose, Escape closes the list. */
export function Combobox({
  label,
  hideLabel,
  help,
  error,
  reserve,
  aside,
  className,
  value,
  options,
  onChange,
  mono = false,
  placeholder,
  disabled,
}: ComboboxProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const { opener, container, locate } = useLandmark<HTMLDivElement>()
  const [active, setActive] = useState(-1)
  const [typed, setTyped] = useState(false)
  // Right after opening every option is shown; typing narrows them down.
  const wanted = typed ? value.trim().toLowerCase() : ''
  const shown = options.filter((option) =>
    `${option.value} ${option.label ?? ''}`.toLowerCase().includes(wanted),
  )
  const visible = open && shown.length > 0

  function show() {
    locate()
    setTyped(false)
    setActive(-1)
    setOpen(true)
  }
  function choose(option: ComboboxOption) {
    onChange(option.value)
    setOpen(false)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!visible) return show()
      const by = event.key === 'ArrowDown' ? 1 : -1
      setActive((now) => (now + by + shown.length) % shown.length)
    } else if (event.key === 'Enter' && visible) {
      const option = shown[active]
      if (!option) return
      event.preventDefault()
      choose(option)
    } else if (event.key === 'Escape' && visible) {
      event.stopPropagation()
      setOpen(false)
    }
  }

  return (
    <Field {...{ id, label, hideLabel, help, error, reserve, aside, className }}>
      <Popover.Root open={visible} onOpenChange={setOpen}>
        <Popover.Anchor asChild>
          <div
            ref={opener}
            className="control flex items-center px-[9px]"
            data-invalid={error !== undefined || undefined}
            data-disabled={disabled || undefined}
          >
            <input
              {...fieldAttributes(id, error, help)}
              role="combobox"
              aria-expanded={visible}
              aria-controls={visible ? `${id}-list` : undefined}
              aria-autocomplete="list"
              aria-activedescendant={visible && active >= 0 ? `${id}-${active}` : undefined}
              autoComplete="off"
              spellCheck={false}
              placeholder={placeholder}
              disabled={disabled}
              value={value}
              onChange={(event) => {
                setTyped(true)
                setActive(-1)
                locate()
                setOpen(true)
                onChange(event.target.value)
              }}
              onClick={show}
              onKeyDown={onKeyDown}
              onBlur={() => setOpen(false)}
              className={clsx(
                'h-7 min-w-0 flex-1 bg-transparent outline-none',
                mono && 'font-mono text-sm',
              )}
            />
          </div>
        </Popover.Anchor>
        <Popover.Portal container={container}>
          <Popover.Content
            asChild
            align="start"
            sideOffset={4}
            onOpenAutoFocus={(event) => event.preventDefault()}
            onCloseAutoFocus={(event) => event.preventDefault()}
          >
            <div
              id={`${id}-list`}
              role="listbox"
              aria-label={label}
              className="z-50 max-h-64 min-w-(--radix-popover-trigger-width) overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-float outline-none"
            >
              {shown.map((option, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the input holds the focus and the keys
                <div
                  key={option.value}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(option)}
                  onPointerMove={() => setActive(index)}
                  className={clsx(
                    'flex h-7 cursor-default items-center gap-6 rounded-[5px] px-2',
                    index === active && 'bg-accent-bg text-accent-text',
                  )}
                >
                  <span className={clsx('flex-1 truncate', mono && 'font-mono text-sm')}>
                    {option.label ?? option.value}
                  </span>
                  {option.hint ? <span className="text-faint text-sm">{option.hint}</span> : null}
                </div>
              ))}
            </div>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </Field>
  )
}
