'use client'

import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useLandmark } from './use-landmark'

export interface TooltipProps {
  readonly label: ReactNode
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** One element that takes a ref and can be focused. */
  readonly children: ReactNode
}

/** Says more about a control on hover and on focus. Needs `UiProvider` above it. */
export function Tooltip({ label, side = 'bottom', children }: TooltipProps) {
  const { opener, container, locate } = useLandmark<HTMLButtonElement>()
  return (
    <Radix.Root onOpenChange={locate}>
      <Radix.Trigger asChild ref={opener}>
        {children}
      </Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          side={side}
          sideOffset={5}
          collisionPadding={8}
          className="pointer-events-none z-50 flex max-w-72 items-center gap-2 rounded-md bg-text px-2 py-1 text-bg text-sm shadow-float data-[state=delayed-open]:animate-[fade_80ms]"
        >
          {label}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
