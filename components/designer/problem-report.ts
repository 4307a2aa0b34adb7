import type { Problem } from '@/lib/store/analysis'
import type { ProblemSpot } from './problem-lines'

/** Problems as text, a line each, as `designer check` prints them but without the column. */
export function problemReport(problems: readonly Problem[], spots: readonly ProblemSpot[]): string {
  return problems
    .map(({ severity, message, code, place }, i) => {
      const { file, line } = spots[i] ?? { file: place.file, line: undefined }
      const at = line === undefined ? file : `${file}:${line}`
      const text = message.replaceAll(/\s+/g, ' ')
      return `${at}: ${severity}: ${text}${code === '' ? '' : ` [${code}]`}\n`
    })
    .join('')
}
