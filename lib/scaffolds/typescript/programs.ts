import type { GeneratedFile } from '../scaffold'
import texts from './programs.json'

/**
 * Text of the files that are the same in every step. Their sources are in `programs/`, where they
 * are type-checked and tested; `programs.json` holds them as text, so that this module works in a
 * browser, a worker and Node alike. After a change: `npx tsx scripts/embed-programs.mts`.
 */
export function programFiles(keep: (path: string) => boolean): readonly GeneratedFile[] {
  return Object.entries(texts)
    .filter(([path]) => keep(path))
    .map(([path, text]) => ({ path: `scripts/${path}`, text }))
}
