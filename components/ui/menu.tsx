'use client'

import { Slot } from 'radix-ui'
import {
  createContext,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useContext,
  useState,
} from 'react'
import { type Code, code } from './code'
import { useToast } from './toast'

export interface MenuProps {
  /** The button that opens the menu: a `Button` or an `IconButton`. */
  readonly trigger: ReactNode
  readonly align?: 'start' | 'end'
  /** Called when the menu has closed; `preventDefault` keeps the focus from going to the trigger. */
  readonly onClosed?: (event: Event) => void
  /** What its actions run: it is there before the menu opens. */
  readonly needs?: Pick<Code<unknown>, 'now' | 'get'>
  readonly children: ReactNode
}

export interface MenuItemProps {
  readonly onSelect: () => void
  readonly icon?: ReactNode
  /** At the right: a shortcut, or what the action results in. */
  readonly hint?: ReactNode
  /** A sentence below, where there is room for it. */
  readonly about?: ReactNode
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly children: ReactNode
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

const list = code(() => import('./menu-list').then((module) => module.menuList))
type MenuList = typeof import('./menu-list').menuList
const Parts = createContext<MenuList | undefined>(undefined)

/** A drop-down of actions. Its code comes when it first opens, or before while the page is idle. */
export function Menu({ needs, ...props }: MenuProps) {
  const toast = useToast()
  const [parts, setParts] = useState(() => (needs && !needs.now() ? undefined : list.now()))
  const [pressed, setPressed] = useState<'pointer' | 'key'>()
  if (parts) {
    return (
      <Parts value={parts}>
        <parts.Menu {...props} openedBy={pressed} />
      </Parts>
    )
  }
  function press(by: 'pointer' | 'key') {
    setPressed(by)
    const now = list.now()
    if (now && (!needs || needs.now())) setParts(now)
    else {
      Promise.all([list.get(), needs?.get()]).then(
        ([came]) => setParts(came),
        () =>
          toast({
            text: 'This menu cannot be loaded. Is the network there?',
            duration: 20_000,
            action: { label: 'Try again', run: () => press(by) },
          }),
      )
    }
  }
  // As Radix does it, which takes over from here on.
  return (
    <Slot.Root
      aria-haspopup="menu"
      aria-expanded={false}
      data-state="closed"
      onPointerDown={(event: PointerEvent) => {
        if (event.button !== 0 || event.ctrlKey || isDisabled(event.currentTarget)) return
        event.preventDefault()
        press('pointer')
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return
        if (isDisabled(event.currentTarget)) return
        event.preventDefault()
        press('key')
      }}
    >
      {props.trigger}
    </Slot.Root>
  )
}

function isDisabled(trigger: Element): boolean {
  return trigger instanceof HTMLButtonElement && trigger.disabled
}

function useParts(): MenuList {
  const parts = useContext(Parts)
  if (!parts) throw new Error('A part of a menu stands outside of a Menu')
  return parts
}

export function MenuItem(props: MenuItemProps) {
  const { Item } = useParts()
  return <Item {...props} />
}

/** One of several, the present one ticked. */
export function MenuChoice<T extends string>(props: MenuChoiceProps<T>) {
  const { Choice } = useParts()
  return <Choice {...props} />
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  const { Label } = useParts()
  return <Label>{children}</Label>
}

export function MenuSeparator() {
  const { Separator } = useParts()
  return <Separator />
}
