import { folderImporter } from './folder'
import type { Imported, Importer, ImportInput } from './importer'
import { yamlImporter } from './yaml'
import { zipImporter } from './zip'

export type { Imported, ImportInput, ImportReport, InputFile } from './importer'
export { LIMITS } from './limits'
export { isSkipped, isSkippedFolder } from './skipped'

/** In the order in which they are asked. The YAML importer takes any file that is left. */
const importers: readonly Importer[] = [folderImporter, zipImporter, yamlImporter]

/** Reads what the user gave into authored files. Never throws: a bad input is a list of faults. */
export function importInput(input: ImportInput): Imported {
  const importer = importers.find((candidate) => candidate.accepts(input))
  if (!importer) throw new Error(`no importer for ${input.kind}`)
  return importer.read(input)
}
