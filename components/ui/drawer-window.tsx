'use client'

import clsx from 'clsx'
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { DrawerProps } from './drawer'
import { useReturnFocus } from './use-return-focus'

/** A `Drawer` as it stands. */
export function DrawerWindow({
  open,
  onOpenChange,
  title,
  side,
  wide = false,
  footer,
  children,
}: DrawerProps) {
  const returnFocus = useReturnFocus(open)
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 animate-[fade_100ms] bg-overlay" />
        <Dialog.Content
          onCloseAutoFocus={returnFocus}
          aria-describedby={undefined}
          className={clsx(
            'fixed inset-y-0 z-30 flex flex-col bg-panel shadow-float outline-none',
            wide ? 'w-[min(100vw,720px)]' : 'w-[min(86vw,320px)]',
            side === 'left'
              ? 'left-0 animate-[from-left_140ms_ease-out] border-line border-r'
              : 'right-0 animate-[from-right_140ms_ease-out] border-line border-l',
          )}
        >
          <div className="flex h-12 shrink-0 items-center justify-between border-line border-b bg-raised pr-2 pl-3.5">
            <Dialog.Title className="font-semibold text-md">{title}</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="inline-flex size-8 items-center justify-center rounded-md text-dim hover:bg-hover hover:text-text"
            >
              <X size={16} aria-hidden />
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-auto">{children}</div>
          {footer ? (
            <div className="flex h-12 shrink-0 items-center justify-between border-line border-t px-2">
              {footer}
            </div>
          ) : null}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
