import { applyTextEdits, type FileEdit, type TextEdit } from '@/lib/promise/command'
import { FileContent, type Files } from '@/lib/promise/files'
import { editBetween } from '@/lib/promise/text-difference'
import { parseYaml } from '@/lib/yaml/document'
import { sameValue } from '@/lib/yaml/same-value'

/** New lines end as those of the text did before. */
export function asBefore(text: string, before: string): string {
  const windows = before.includes('\r\n')
  if (windows && /(^|[^\r])\n/.test(before)) return text
  if (windows) return text.replace(/\r?\n/g, '\r\n')
  return before.includes('\n') ? text.replace(/\r\n/g, '\n') : text
}

/** `text`, without its last line break when `before` had none and nothing is lost with it. */
export function endedAs(text: string, before: string): string {
  if (before === '' || before.endsWith('\n')) return text
  const bare = text.replace(/\r?\n$/, '')
  return isSame(bare, text) || !isSame(before, `${before}\n`) ? bare : text
}

/** A block scalar at the end of a text has its last line break from it. */
function isSame(a: string, b: string): boolean {
  return sameValue(parseYaml(a)[0]?.value(), parseYaml(b)[0]?.value())
}

/** The step that gives `path` its new text: as small as it can be. */
export function toFile(
  files: Files,
  path: string,
  before: string,
  after: string,
  edits: readonly TextEdit[] = [],
): FileEdit {
  if (!files.has(path)) return { kind: 'write', path, content: FileContent.fromText(after) }
  const simple = edits.every((one, i) => (edits[i - 1]?.to ?? 0) <= one.from)
  if (edits.length > 0 && simple && applyTextEdits(before, edits) === after) {
    return { kind: 'text', path, edits }
  }
  return { kind: 'text', path, edits: [editBetween(before, after)] }
}
