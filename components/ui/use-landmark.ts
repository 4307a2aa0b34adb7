'use client'

import { type RefObject, useCallback, useRef, useState } from 'react'

const LANDMARKS = 'header, main, nav, aside, section[aria-label], section[aria-labelledby]'

/**
 * Where something that floats over the page belongs: into the landmark of what opened it, so that
 * all content lies in one. Call `locate` before opening. Within a dialog: the end of the page, as
 * Radix has it.
 */
export function useLandmark<T extends Element>(): {
  readonly opener: RefObject<T | null>
  readonly container: Element | undefined
  readonly locate: () => void
} {
  const opener = useRef<T>(null)
  const [container, setContainer] = useState<Element>()
  const locate = useCallback(() => {
    const dialog = opener.current?.closest('[role=dialog]')
    setContainer(dialog ? undefined : (opener.current?.closest(LANDMARKS) ?? undefined))
  }, [])
  return { opener, container, locate }
}
