import type { TextEdit } from '@/lib/promise/command'
import type { YamlDocument } from '../document'
import type { Style } from '../style'
import type { YamlNode } from '../tree'

/** What an edit comes to. `edits` are sorted and apart; none when nothing has to change. */
export type Edited =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string; readonly ways: readonly Way[] }

/** Something that can be done instead. */
export interface Way {
  readonly label: string
  readonly edits: readonly TextEdit[]
}

export function edited(...edits: readonly TextEdit[]): Edited {
  return { ok: true, edits: [...edits].sort((a, b) => a.from - b.from || a.to - b.to) }
}

export function refused(reason: string, ways: readonly Way[] = []): Edited {
  return { ok: false, reason, ways }
}

/** What the functions of this folder work on. */
export interface Subject {
  readonly doc: YamlDocument
  readonly text: string
  readonly root: YamlNode
  readonly style: Style
}

export function subjectOf(doc: YamlDocument): Subject {
  const { root, text, style } = doc
  return { doc, text, root, style }
}
