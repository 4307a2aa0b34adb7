import type { GeneratedFile } from '../scaffold'
import texts from './programs.json'

/**
 * Text of the files that are the same in every step. Their sources are in `programs/`, where Bash's
 * own tools read them; `programs.json` holds them as text, so that this module works in a browser, a
 * worker and Node alike. After a change: `npx tsx scripts/embed-programs.mts`.
 */
export function programFiles(names: readonly (keyof typeof texts)[]): readonly GeneratedFile[] {
  return names.map((name) => {
    const text = texts[name]
    return { path: `scripts/${name}`, text, executable: text.startsWith('#!') }
  })
}
