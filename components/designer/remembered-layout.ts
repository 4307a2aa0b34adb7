import type { Layout } from 'react-resizable-panels'

/** The sizes (percent) that the user gave the panes of `group`, if they are known. */
export function readLayout(group: string): Layout | undefined {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(`layout:${group}`) ?? 'null')
    return isLayout(read) ? read : undefined
  } catch {
    return undefined // forbidden storage or a damaged entry: the default sizes do
  }
}

export function writeLayout(group: string, sizes: Layout): void {
  try {
    localStorage.setItem(`layout:${group}`, JSON.stringify(sizes))
  } catch {
    // Forbidden or full: sizes are a comfort, and last until the page is closed anyway.
    return
  }
}

function isLayout(value: unknown): value is Layout {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((size) => typeof size === 'number' && size >= 0 && size <= 100)
  )
}
