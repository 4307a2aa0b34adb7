'use client'

import { Search } from 'lucide-react'
import type { ReactNode } from 'react'

export interface PaletteQuery {
  readonly query: string
  readonly onQuery: (query: string) => void
  /** Enter was pressed before the list had come: its first command is meant. */
  readonly entered: boolean
  readonly onEnter: () => void
}

/** How the field of the list of commands looks, before the list has come and after. */
export const paletteInput = {
  placeholder: 'Go to a property, step or file; run a command',
  className: 'h-11 min-w-0 flex-1 bg-transparent outline-none',
} as const

export function PaletteField({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex items-center gap-2.5 border-line border-b px-3.5">
      <Search size={16} aria-hidden className="shrink-0 text-faint" />
      {children}
    </div>
  )
}
