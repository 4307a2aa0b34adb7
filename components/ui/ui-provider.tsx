'use client'

import { Tooltip } from 'radix-ui'
import { type ReactNode, useEffect } from 'react'
import { AnnouncerProvider } from './announcer'
import { noteFocus } from './recent-focus'
import { ToastProvider } from './toast'

/** What tooltips, toasts, announcements and dialogs need above them, once per page. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  useEffect(noteFocus, [])
  return (
    <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
      <AnnouncerProvider>
        <ToastProvider>{children}</ToastProvider>
      </AnnouncerProvider>
    </Tooltip.Provider>
  )
}
