'use client'

import { Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { AnnouncerProvider } from './announcer'
import { ToastProvider } from './toast'

/** What tooltips, toasts and announcements need above them, once per page. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
      <AnnouncerProvider>
        <ToastProvider>{children}</ToastProvider>
      </AnnouncerProvider>
    </Tooltip.Provider>
  )
}
