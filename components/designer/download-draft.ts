import { saveFile } from '@/components/ui/save-file'
import { bundleName } from '@/lib/bundle/bundle-name'
import { zip } from '@/lib/bundle/zip'
import type { DesignerState } from '@/lib/store/designer'

/** Saves the authored files as a zip, without asking `build`: the way out when a part of us fails. */
export function downloadDraft({ files, reading }: DesignerState): void {
  const name = `${bundleName(reading.view.name)}-draft`
  const entries = [...files].map(([path, content]) => ({ path, content, executable: false }))
  saveFile(zip(entries, name), `${name}.zip`, 'application/zip')
}
