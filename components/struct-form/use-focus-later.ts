import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Moves the focus to what a selector finds in the element of the ref, once what was just changed is
 * on the page.
 */
export function useFocusLater(): readonly [
  RefObject<HTMLDivElement | null>,
  (selector: string, which?: 'first' | 'last') => void,
] {
  const box = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<{ selector: string; which: 'first' | 'last' }>()
  useEffect(() => {
    if (!wanted) return
    const found = [...(box.current?.querySelectorAll<HTMLElement>(wanted.selector) ?? [])]
    const target = wanted.which === 'last' ? found.at(-1) : found[0]
    target?.focus()
  }, [wanted])
  return [box, (selector, which = 'first') => setWanted({ selector, which })]
}
