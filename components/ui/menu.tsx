'use client'

import clsx from 'clsx'
import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useLandmark } from './use-landmark'

export interface MenuProps {
  /** The button that opens the menu: a `Button` or an `IconButton`. */
  readonly trigger: ReactNode
  readonly align?: 'start' | 'end'
  /** Called when the menu has closed; `preventDefault` keeps the focus from going to the trigger. */
  readonly onClosed?: (event: Event) => void
  readonly children: ReactNode
}

/** A drop-down of actions. */
export function Menu({ trigger, align = 'start', onClosed, children }: MenuProps) {
  const { opener, container, locate } = useLandmark<HTMLButtonElement>()
  return (
    <Radix.Root modal={false} onOpenChange={locate}>
      <Radix.Trigger asChild ref={opener}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={onClosed}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 animate-[rise_100ms] overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const row =
  'flex h-7 w-full cursor-default select-none items-center gap-2 rounded-[5px] px-2 outline-none data-disabled:opacity-45 data-highlighted:bg-accent-bg data-highlighted:text-accent-text'

export interface MenuItemProps {
  readonly onSelect: () => void
  readonly icon?: ReactNode
  /** At the right: a shortcut, or what the action results in. */
  readonly hint?: ReactNode
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly children: ReactNode
}

export function MenuItem({ onSelect, icon, hint, danger, disabled, children }: MenuItemProps) {
  return (
    <Radix.Item
      onSelect={onSelect}
      disabled={disabled}
      className={clsx(
        row,
        danger && 'text-red data-highlighted:bg-red-bg data-highlighted:text-red',
      )}
    >
      {icon}
      <span className="flex-1 whitespace-nowrap">{children}</span>
      {hint ? <span className="pl-6 text-faint text-sm">{hint}</span> : null}
    </Radix.Item>
  )
}

export interface MenuChoiceProps<T extends string> {
  readonly value: T
  readonly options: readonly {
    readonly value: T
    readonly label: ReactNode
    readonly icon?: ReactNode
  }[]
  readonly onChange: (value: T) => void
}

/** One of several, the present one ticked. */
export function MenuChoice<T extends string>({ value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <Radix.RadioGroup value={value}>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          onSelect={() => onChange(option.value)}
          className={row}
        >
          {option.icon}
          <span className="flex-1 whitespace-nowrap">{option.label}</span>
          <Radix.ItemIndicator>
            <Check size={14} aria-hidden />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-0.5 text-faint text-xs">{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
}
