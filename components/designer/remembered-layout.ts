import type { Layout } from 'react-resizable-panels'
import * as z from 'zod'

const layout = z.record(z.string(), z.number().min(0).max(100))

/** The sizes (percent) that the user gave the panes of `group`, if they are known. */
export function readLayout(group: string): Layout | undefined {
  try {
    const read = layout.safeParse(JSON.parse(localStorage.getItem(`layout:${group}`) ?? 'null'))
    return read.success ? read.data : undefined
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
