'use client'

import { type RefObject, useEffect, useState } from 'react'

/** True while `element` is at least so many pixels wide. */
export function useWide(element: RefObject<HTMLElement | null>, least: number): boolean {
  const [wide, setWide] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWide(entry.contentRect.width >= least)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element, least])
  return wide
}
