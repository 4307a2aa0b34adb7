import { CONTROL_FILE, SELECTORS_FILE, STATUS_FILE } from './metadata-files'

const METADATA = [STATUS_FILE, SELECTORS_FILE, CONTROL_FILE]

/** A file that a step has left somewhere, and the volume that it belongs to. */
export interface RecordedFile {
  readonly volume: 'output' | 'metadata'
  readonly path: string
}

/**
 * Where a file belongs that was saved with a path of its own: below a folder `output` or `metadata`
 * (also `expected-output`, as tests have it), else by its name. `undefined` for what only keeps a
 * folder, and for the input.
 */
export function placeOfRecorded(path: string): RecordedFile | undefined {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
  const name = parts.at(-1)
  if (name === undefined || name === '.gitkeep' || parts.includes('..')) return undefined
  const at = parts.findIndex((part) => /^(expected-)?(output|metadata)$/.test(part))
  if (at >= 0 && at < parts.length - 1) {
    const volume = parts[at]?.endsWith('output') ? 'output' : 'metadata'
    return { volume, path: parts.slice(at + 1).join('/') }
  }
  if (name === 'object.yaml') return undefined
  return METADATA.includes(name)
    ? { volume: 'metadata', path: name }
    : { volume: 'output', path: parts.length > 1 ? parts.slice(1).join('/') : name }
}
