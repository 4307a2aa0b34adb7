import {
  type ImportChoice,
  type ImportFailure,
  type ImportInput,
  type ImportOptions,
  type ImportReport,
  importInput,
  type ReportItem,
} from '@/lib/importers'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { adopt } from './provenance'

/** A repository that was opened. */
export interface OpenedRepository {
  readonly kind: 'ok'
  /** The authored files: what is designed. */
  readonly files: Files
  /** Every file as it lay there, generated ones too. */
  readonly received: Files
  readonly report: ImportReport
}

export type OpenResult = OpenedRepository | ImportChoice | ImportFailure

/**
 * Opens what the user gave: reads it, takes out what is generated, and accounts for every path.
 * Never throws: a bad input is a list of faults.
 */
export function openRepository(input: ImportInput, options: ImportOptions = {}): OpenResult {
  const imported = importInput(input, options)
  if (imported.kind !== 'ok') return imported
  const { files: received, report, remarks } = imported
  const { files, items } = adopt(received)
  const prefix = report.root === '' ? '' : `${report.root}/`
  const judged = items.map((item): ReportItem => {
    const remark = remarks.get(item.path)
    const path = item.path === PROMISE_FILE ? report.promise : prefix + item.path
    if (remark === undefined) return { ...item, path }
    return { ...item, path, reason: `${item.reason} ${remark}`, news: true }
  })
  const all = [...report.items, ...judged].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { kind: 'ok', files, received, report: { ...report, items: all } }
}
