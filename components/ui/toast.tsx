'use client'

import { X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { Button } from './button'

export interface ToastMessage {
  readonly text: string
  /** The way back: "Undo". */
  readonly action?: { readonly label: string; readonly run: () => void }
  /** How long it stays, in milliseconds. */
  readonly duration?: number
}

const Show = createContext<(message: ToastMessage) => void>(() => undefined)

/** Gives a function that shows a short message at the bottom, with at most one action. */
export const useToast = () => useContext(Show)

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [messages, setMessages] = useState<readonly (ToastMessage & { readonly id: number })[]>([])
  // Three at most: more would hide what the user works on.
  const show = useCallback(
    (message: ToastMessage) =>
      setMessages((now) => [...now.slice(-2), { ...message, id: (now.at(-1)?.id ?? 0) + 1 }]),
    [],
  )
  return (
    <Show value={show}>
      <Radix.Provider label="Message" swipeDirection="down">
        {children}
        {messages.map(({ id, text, action, duration = 6000 }) => (
          <Radix.Root
            key={id}
            duration={duration}
            onOpenChange={(open) => {
              if (!open) setMessages((now) => now.filter((one) => one.id !== id))
            }}
            className="flex animate-[rise_140ms] items-center gap-3 rounded-lg border border-line2 bg-raised py-1.5 pr-1.5 pl-3.5 shadow-float"
          >
            <Radix.Title className="line-clamp-3 min-w-0 flex-1 break-words">{text}</Radix.Title>
            {action ? (
              <Radix.Action asChild altText={action.label}>
                <Button variant="link" size="sm" className="font-medium" onClick={action.run}>
                  {action.label}
                </Button>
              </Radix.Action>
            ) : null}
            <Radix.Close
              aria-label="Dismiss"
              className="inline-flex size-6 items-center justify-center rounded-md text-faint hover:bg-hover hover:text-text"
            >
              <X size={14} aria-hidden />
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport
          hotkey={['altKey', 'F8']} // F8 alone walks through the problems
          className="fixed bottom-4 left-1/2 z-50 flex w-[min(440px,calc(100vw-24px))] -translate-x-1/2 flex-col gap-2 outline-none"
        />
      </Radix.Provider>
    </Show>
  )
}
