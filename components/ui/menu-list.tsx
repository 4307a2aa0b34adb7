'use client'

import clsx from 'clsx'
import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { MenuChoiceProps, MenuItemProps, MenuProps } from './menu'
import { useLandmark } from './use-landmark'

// What `menu.tsx` shows once a menu opens.

interface ListProps extends Omit<MenuProps, 'needs'> {
  /** How it was opened before this code was there; else it begins closed. */
  readonly openedBy: 'pointer' | 'key' | undefined
}

function Menu({ trigger, align = 'start', onClosed, openedBy, children }: ListProps) {
  const { opener, container, locate } = useLandmark<HTMLButtonElement>()
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  // Not at once: the landmark is that of a trigger which must stand on the page first.
  useEffect(() => {
    if (!openedBy) return
    locate()
    setOpen(true)
    if (openedBy === 'pointer') return
    // Radix saw no key, and leaves the focus on the list: a key goes to the first item.
    const frame = requestAnimationFrame(() => {
      list.current
        ?.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')
        ?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [openedBy, locate])
  return (
    <Radix.Root
      modal={false}
      open={open}
      onOpenChange={(now) => {
        locate()
        setOpen(now)
      }}
    >
      <Radix.Trigger asChild ref={opener}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          ref={list}
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

function Item(props: MenuItemProps) {
  const { onSelect, icon, hint, about, danger, disabled, children } = props
  return (
    <Radix.Item
      onSelect={onSelect}
      disabled={disabled}
      className={clsx(
        row,
        about && 'h-auto! items-start! py-1',
        danger && 'text-red data-highlighted:bg-red-bg data-highlighted:text-red',
      )}
    >
      {about ? <span className="mt-0.5">{icon}</span> : icon}
      <span className={about ? 'w-64 flex-1' : 'flex-1 whitespace-nowrap'}>
        {children}
        {about ? <span className="block text-faint text-sm max-pane:hidden">{about}</span> : null}
      </span>
      {hint ? <span className="pl-6 text-faint text-sm">{hint}</span> : null}
    </Radix.Item>
  )
}

function Choice<T extends string>({ value, options, onChange }: MenuChoiceProps<T>) {
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

function Label({ children }: { readonly children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-0.5 text-faint text-xs">{children}</Radix.Label>
}

function Separator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
}

export const menuList = { Menu, Item, Choice, Label, Separator }
