import type { ReactNode } from 'react'

/** A key or a key combination. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-block rounded-[4px] border border-line px-1 font-sans text-faint text-xs leading-4">
      {children}
    </kbd>
  )
}
