import { bundleName } from '@/lib/bundle/bundle-name'
import { zip } from '@/lib/bundle/zip'
import type { DesignerState } from '@/lib/store/designer'

/** Saves the authored files as a zip, without asking `build`: the way out when a part of us fails. */
export function downloadDraft({ files, reading }: DesignerState): void {
  const name = `${bundleName(reading.view.name)}-draft`
  const entries = [...files].map(([path, content]) => ({ path, content, executable: false }))
  const bytes = zip(entries, name)
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.zip`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000) // the browser reads it after the click
}
