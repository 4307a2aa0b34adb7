'use client'

import clsx from 'clsx'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { DialogProps } from './dialog'
import { useReturnFocus } from './use-return-focus'

const widths = {
  sm: 'max-w-[420px]',
  md: 'max-w-[560px]',
  lg: 'max-w-[1040px]',
  xl: 'max-w-[1360px]',
}

/** A `Dialog` as it stands: focus stays inside, Escape closes it, focus returns to where it was. */
export function DialogWindow({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = 'md',
}: DialogProps) {
  const returnFocus = useReturnFocus(open)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-[fade_100ms] bg-overlay" />
        <Radix.Content
          onCloseAutoFocus={returnFocus}
          onKeyDown={(event) => {
            // Radix hears Escape only from the render after the first on.
            if (event.key === 'Escape' && !event.defaultPrevented) onOpenChange(false)
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={clsx(
            'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-24px)] -translate-x-1/2 -translate-y-1/2 animate-[rise_120ms] flex-col rounded-xl border border-line bg-raised shadow-float outline-none',
            widths[size],
          )}
        >
          <div className="flex items-start gap-3 pt-3.5 pr-12 pb-2 pl-4">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-semibold text-md">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="mt-1 text-dim">{description}</Radix.Description>
              ) : null}
            </div>
          </div>
          {children ? <div className="min-h-0 overflow-y-auto px-4 py-1.5">{children}</div> : null}
          {footer ? (
            <div className="flex flex-wrap justify-end gap-2 px-4 pt-2 pb-4">{footer}</div>
          ) : (
            <div className="h-3" />
          )}
          {/* Last, so that the focus begins at what the dialog is about. */}
          <Radix.Close
            aria-label="Close"
            className="absolute top-2.5 right-2.5 inline-flex size-7 items-center justify-center rounded-md text-dim hover:bg-hover hover:text-text"
          >
            <X size={16} aria-hidden />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
