'use client'

import { type RefObject, useCallback, useRef, useState } from 'react'

const LANDMARKS = 'header, main, nav, aside, section[aria-label], section[aria-labelledby]'

/**
 * Where something that floats over the page belongs: into the landmark of what opened it, so that
 * all content lies in one; within a dialog into the dialog. Call `locate` before opening.
 */
export function useLandmark<T extends Element>(): {
  readonly opener: RefObject<T | null>
  readonly container: Element | undefined
  readonly locate: () => void
} {
  const opener = useRef<T>(null)
  const [container, setContainer] = useState<Element>()
  const locate = useCallback(() => {
    const opened = opener.current
    setContainer(opened?.closest('[role=dialog]') ?? opened?.closest(LANDMARKS) ?? undefined)
  }, [])
  return { opener, container, locate }
}
