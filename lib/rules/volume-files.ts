import type { Path } from '@/lib/promise/path'
import { isNumber, show } from '@/lib/schema/misfit'
import { descendingFault, type Fields, fault, text } from './pipeline-rule'
import type { Finding } from './rule'

type Report = (finding: Finding) => void

/** A file that a key becomes. */
export function keyToPath(item: Fields, at: Path, report: Report): void {
  if (text(item.key) === undefined) report(fault([...at, 'key'], 'An item needs its key.'))
  filePathFault(item.path, [...at, 'path'], report)
  modeFault(item.mode, [...at, 'mode'], report)
}

/** The place of a file within its volume. */
export function filePathFault(value: unknown, at: Path, report: Report): void {
  const path = text(value)
  if (path === undefined) {
    report(fault(at, 'The path of a file is missing.'))
    return
  }
  const wrong =
    descendingFault(path) ?? (path.startsWith('..') ? 'must not start with ".."' : undefined)
  if (wrong) report(fault(at, `The path ${show(path)} ${wrong}.`))
}

/** Permissions of a file. */
export function modeFault(mode: unknown, at: Path, report: Report): void {
  if (!isNumber(mode) || (mode >= 0 && mode <= 0o777)) return
  report(
    fault(
      at,
      `The mode ${show(mode)} must be a number between 0 and 0777 (octal), both inclusive.`,
    ),
  )
}
