'use client'

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

const Announce = createContext<(text: string) => void>(() => undefined)

/** Gives a function that reads a short text out to screen readers, e.g. "size moved to place 2". */
export const useAnnounce = () => useContext(Announce)

export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const announce = useCallback(
    (text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })),
    [],
  )
  return (
    <Announce value={announce}>
      {children}
      {/* Two regions in turn: the same text twice running must be read twice. */}
      {[0, 1].map((turn) => (
        <div key={turn} aria-live="polite" className="sr-only">
          {said.turn % 2 === turn ? said.text : ''}
        </div>
      ))}
    </Announce>
  )
}
