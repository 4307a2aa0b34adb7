import { lineIndex } from '@/lib/yaml/lines'
import type { monaco } from './monaco'
import { plainMarkdown } from './plain-markdown'
import { rangeOf } from './sync'

/** Something that can be written at the cursor. */
export interface Proposal {
  readonly label: string
  readonly kind: 'key' | 'value'
  /** Replaces the word that is being typed. */
  readonly insert: string
  /** Where the cursor stands in `insert` afterwards. */
  readonly cursor: number
  /** Ask again from there: what follows has choices, too. */
  readonly again: boolean
  readonly required: boolean
  readonly type: string
  readonly about?: string | undefined
  readonly source?: string | undefined
}

/** What is known of what the pointer is on. */
export interface Explanation {
  readonly range: { readonly from: number; readonly to: number }
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly about?: string | undefined
  /** What the value means, where it is one of several. */
  readonly value?: string | undefined
  readonly source?: string | undefined
}

/** Who knows what can be written in a text, and what stands there. Offsets are those of the text. */
export interface Assist {
  complete(
    text: string,
    offset: number,
  ): Promise<
    | {
        readonly word: { readonly from: number; readonly to: number }
        readonly items: readonly Proposal[]
      }
    | undefined
  >
  hover(text: string, offset: number): Promise<Explanation | undefined>
}

interface Assisted {
  readonly text: string
  readonly assist: Assist | undefined
}

const assisted = new WeakMap<monaco.editor.ITextModel, () => Assisted>()

/** Lets `model` be helped with; `state` says with what, and what its text is. */
export function assistModel(model: monaco.editor.ITextModel, state: () => Assisted): void {
  assisted.set(model, state)
}

/** Behind the blank that ends a key or begins an item. */
const BEHIND_MARK = /(:|^\s*-|[\s[,]-) $/

/** Makes Monaco ask whoever helps with a YAML text. Once for the page. */
export function registerAssist({ languages }: typeof monaco): void {
  languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: [' '],
    async provideCompletionItems(model, position, context) {
      const state = assisted.get(model)?.()
      if (!state?.assist) return undefined
      const line = model.getLineContent(position.lineNumber).slice(0, position.column - 1)
      const byBlank = context.triggerKind === languages.CompletionTriggerKind.TriggerCharacter
      if (byBlank && !BEHIND_MARK.test(line)) return undefined
      const lines = lineIndex(state.text)
      const offset = lines.offsetAt({ line: position.lineNumber, column: position.column })
      const found = await state.assist.complete(state.text, offset)
      if (!found) return undefined
      const range = rangeOf(lines, found.word.from, found.word.to)
      return { suggestions: found.items.map((item, i) => itemOf(languages, item, range, i)) }
    },
  })
  languages.registerHoverProvider('yaml', {
    async provideHover(model, position) {
      const state = assisted.get(model)?.()
      if (!state?.assist) return undefined
      const lines = lineIndex(state.text)
      const offset = lines.offsetAt({ line: position.lineNumber, column: position.column })
      const found = await state.assist.hover(state.text, offset)
      if (!found) return undefined
      const { from, to } = found.range
      return { range: rangeOf(lines, from, to), contents: explained(found) }
    },
  })
}

function itemOf(
  { CompletionItemKind, CompletionItemInsertTextRule }: typeof monaco.languages,
  item: Proposal,
  range: monaco.IRange,
  index: number,
): monaco.languages.CompletionItem {
  const { insert, cursor } = item
  return {
    label: { label: item.label, description: item.required ? 'required' : item.type },
    kind: item.kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    insertText: `${escaped(insert.slice(0, cursor))}$0${escaped(insert.slice(cursor))}`,
    insertTextRules:
      CompletionItemInsertTextRule.InsertAsSnippet | CompletionItemInsertTextRule.KeepWhitespace,
    range,
    filterText: item.label,
    sortText: String(index).padStart(5, '0'),
    // Plain text, so that what a schema describes is never read as markup.
    documentation: [item.about, item.source].filter(Boolean).join('\n\n'),
    command: item.again ? { id: 'editor.action.triggerSuggest', title: 'Go on' } : undefined,
  }
}

/** A text as a snippet that stands for just this text. */
function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&')
}

function explained({ name, type, required, about, value, source }: Explanation) {
  const head = `**${plainMarkdown(name)}** ${plainMarkdown(type)}${required ? ', required' : ''}`
  const lines = [head, value, about].filter((line) => line !== undefined)
  return [
    ...lines.map((line, i) => ({ value: i === 0 ? line : plainMarkdown(line) })),
    ...(source ? [{ value: `*${plainMarkdown(source)}*` }] : []),
  ]
}
