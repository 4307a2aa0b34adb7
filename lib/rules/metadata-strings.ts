import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkLabelKey, checkLabelValue } from '@/lib/promise/names'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { VERSION_LABEL } from '@/lib/promise/read'
import { show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

/** kratix.md 5 and 6: labels, annotations and selectors hold strings; label values have a form. */
export const metadataStrings: Rule = {
  id: 'metadata-strings',
  check({ promise, value, document }, report) {
    const maps: Path[] = [
      ['metadata', 'labels'],
      ['metadata', 'annotations'],
      ['spec', 'api', 'metadata', 'labels'],
      ['spec', 'api', 'metadata', 'annotations'],
      ...promise.destinationSelectors.map(({ path }) => [...path, 'matchLabels']),
    ]
    for (const path of maps) {
      const map = valueAt(value, path)
      if (map !== undefined && map !== null && !isRecord(map)) {
        report({ severity: 'error', message: `${path.at(-1)} must be a map.`, at: path })
      }
      for (const [key, found] of isRecord(map) ? Object.entries(map) : []) {
        const at = [...path, key]
        const fault = keyFault(path.at(-1), key)
        if (fault) {
          const severity = path.at(-1) === 'matchLabels' ? 'warning' : 'error'
          report({ severity, message: fault, at })
        }
        if (typeof found === 'string') {
          const isVersion = at.length === VERSION_LABEL.length && key === VERSION_LABEL[2]
          if (path.at(-1) === 'annotations' || (isVersion && path.length === 2)) continue
          const message = checkLabelValue(found, `The value of "${key}"`)
          // Kratix takes a selector of any form; scheduling then finds no Destination.
          if (message)
            report({
              severity: path.includes('destinationSelectors') ? 'warning' : 'error',
              message,
              at,
            })
          continue
        }
        if (found === null) {
          const message = `The value of "${key}" is null, which is read as an empty text.`
          report({ severity: 'warning', message, at })
          continue
        }
        const written = document?.source(at)
        const scalar =
          typeof found === 'number' || typeof found === 'boolean' || typeof found === 'bigint'
        report({
          severity: 'error',
          message: `The value of "${key}" is ${show(found)}, which is not a string; put it in quotes.`,
          at,
          fix:
            scalar && written !== undefined
              ? setField(PROMISE_FILE, at, written, 'Quote the value')
              : undefined,
        })
      }
    }
  },
}

/** Keys of annotations are judged without their case. */
function keyFault(map: unknown, key: string): string | undefined {
  const fault = checkLabelKey(map === 'annotations' ? key.toLowerCase() : key)
  return fault && map === 'annotations' ? fault.replaceAll('label', 'annotation') : fault
}
