import { readSettings } from '@/lib/commands/settings'
import type { Rule } from './rule'

/** The settings can be read; what cannot is kept and named. */
export const settingsFile: Rule = {
  id: 'settings-file',
  judges: 'files',
  check({ files }, report) {
    for (const { severity, message, place, range } of readSettings(files).diagnostics) {
      report({ severity, message, at: place.path, file: place.file, range })
    }
  },
}
