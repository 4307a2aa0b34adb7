import {
  applyTextEdits,
  type Command,
  refused,
  type TextEdit,
  unchanged,
} from '@/lib/promise/command'
import { BASE_FOLDER, FileContent, isBase } from '@/lib/promise/files'

/**
 * Edits the text of a file as the code editor does. An edited file that is back at its generated
 * base is generated again: file and base go.
 */
export function editFile(path: string, edits: readonly TextEdit[], label?: string): Command {
  return {
    label: label ?? `Edit ${path}`,
    group: `edit ${path}`,
    run(files) {
      const text = files.get(path)?.text
      if (text === undefined) return refused(`There is no file "${path}" any more.`)
      if (text === null) return refused(`"${path}" is not text.`)
      if (isBase(path)) {
        const own = path.slice(BASE_FOLDER.length)
        return refused(`"${path}" is what was generated before you edited ${own}: edit ${own}.`)
      }
      if (edits.every(({ from, to, insert }) => text.slice(from, to) === insert)) return unchanged
      const base = files.get(BASE_FOLDER + path)
      if (base?.equals(FileContent.fromText(applyTextEdits(text, edits)))) {
        return {
          kind: 'change',
          edits: [
            { kind: 'delete', path },
            { kind: 'delete', path: BASE_FOLDER + path },
          ],
          place: { file: path, path: [] },
        }
      }
      const place = { file: path, path: [] }
      return { kind: 'change', edits: [{ kind: 'text', path, edits }], place }
    },
  }
}
