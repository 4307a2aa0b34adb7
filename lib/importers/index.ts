import { folderImporter } from './folder'
import type { Imported, Importer, ImportInput, ImportOptions } from './importer'
import { yamlImporter } from './yaml'
import { zipImporter } from './zip'

export type {
  Import,
  ImportChoice,
  Imported,
  ImportFailure,
  ImportInput,
  ImportOptions,
  InputFile,
  PromiseChoice,
} from './importer'
export { displayBytes, LIMITS } from './limits'
export { EVIDENCE_BYTES, EVIDENCE_FILES, isEvidence, madeByTools } from './made-by-tools'
export {
  countFates,
  FATES,
  type Fate,
  type ImportReport,
  isImportReport,
  newsOf,
  type ReportItem,
} from './report'
export { isSkipped, isSkippedFolder, SkipTally, skippedBy, skippedFolderReason } from './skipped'

/** In the order in which they are asked. The YAML importer takes any file that is left. */
const importers: readonly Importer[] = [folderImporter, zipImporter, yamlImporter]

/**
 * Reads what the user gave into authored files, or gives the Promises to choose from. Never throws:
 * a bad input is a list of faults.
 */
export function importInput(input: ImportInput, options: ImportOptions = {}): Imported {
  const importer = importers.find((candidate) => candidate.accepts(input))
  if (!importer) throw new Error(`no importer for ${input.kind}`)
  return importer.read(input, options)
}
