import type { Files } from '@/lib/promise/files'
import { isRecord, valueAt } from '@/lib/promise/path'
import type { Range } from '@/lib/yaml/document'
import { printScalar } from '@/lib/yaml/edit'
import { type TypingPlace, typingPlace } from '@/lib/yaml/typing-place'
import { fileHelp } from './file-help'
import { type Field, type Help, helpAt, type Suggestion } from './help'

/** One thing that can be written at the cursor. */
export interface Completion {
  readonly label: string
  readonly kind: 'key' | 'value'
  /** What replaces the word that is being typed. */
  readonly insert: string
  /** Where the cursor stands in `insert` afterwards. */
  readonly cursor: number
  /** What is written behind the cursor has choices of its own. */
  readonly again: boolean
  readonly required: boolean
  /** What it holds, in words. */
  readonly type: string
  readonly about?: string | undefined
  readonly source?: string | undefined
}

export interface Completions {
  /** The word that is being typed, which they replace. */
  readonly word: Range
  readonly items: readonly Completion[]
}

/**
 * What can be written at `offset` in `text`, a new state of the file `path`. Keys that must be there
 * come first; keys that are there already are left out.
 */
export function complete(
  files: Files,
  path: string,
  text: string,
  offset: number,
): Completions | undefined {
  const place = typingPlace(text, offset)
  const root = place && fileHelp(files, path, place.value)
  if (!place || !root) return undefined
  const help = helpAt(root, place.value, place.path)
  if (!help) return undefined
  return { word: place.word, items: itemsFor(place, help) }
}

function itemsFor(place: TypingPlace, help: Help): readonly Completion[] {
  if (place.kind === 'value') return values(place, help, '')
  const here = valueAt(place.value, place.path)
  const dash = place.dash ? '- ' : ''
  if (!place.alone || place.colon) return keys(place, help, here, dash)
  // Nothing but the word stands there: it may begin a map, a list or be the value itself.
  const item = help.holds === 'list' && !place.flow ? help.below(0, []) : undefined
  if (item) return [...keys(place, item, {}, '- '), ...values(place, item, '- ')]
  return [...keys(place, help, here, dash), ...values(place, help, dash)]
}

function keys(place: TypingPlace, help: Help, here: unknown, dash: string): readonly Completion[] {
  const taken = isRecord(here) ? here : {}
  const fields = help.fields(here).filter(({ name }) => !Object.hasOwn(taken, name))
  const sorted = [
    ...fields.filter(({ required }) => required),
    ...fields.filter(({ required }) => !required),
  ]
  return sorted.map((field) => keyItem(place, field, dash))
}

function keyItem(place: TypingPlace, { name, help, required }: Field, dash: string): Completion {
  const key = dash + printScalar(name, { quote: place.style.quote, flow: place.flow })
  const { before, after } = place.colon ? { before: '', after: '' } : openingOf(place, help, dash)
  const insert = key + before + after
  return {
    label: name,
    kind: 'key',
    insert,
    cursor: key.length + before.length,
    again: !place.colon && hasChoices(help),
    required,
    type: help.type,
    about: help.about,
    source: help.source,
  }
}

/** Whether something is known of what comes right behind the key. */
function hasChoices(help: Help): boolean {
  const next = help.holds === 'list' ? help.below(0, []) : help
  return next !== undefined && (next.values.length > 0 || next.fields({}).length > 0)
}

/** What follows a new key: its colon, and the beginning of its value. */
function openingOf(
  place: TypingPlace,
  help: Help,
  dash: string,
): { before: string; after: string } {
  const { indent, listIndent, lineEnd } = place.style
  const column = place.column + dash.length
  const holdsObject = help.holds === 'map' || help.holds === 'list'
  if (!holdsObject || help.values.length > 0) return { before: ': ', after: '' }
  if (place.flow)
    return help.holds === 'map' ? { before: ': {', after: '}' } : { before: ': [', after: ']' }
  if (help.holds === 'map')
    return { before: `:${lineEnd}${' '.repeat(column + indent)}`, after: '' }
  return { before: `:${lineEnd}${' '.repeat(column + listIndent)}- `, after: '' }
}

function values(place: TypingPlace, help: Help, dash: string): readonly Completion[] {
  return help.values.map((value) => valueItem(place, help, value, dash))
}

function valueItem(
  place: TypingPlace,
  help: Help,
  { value, about }: Suggestion,
  dash: string,
): Completion {
  const insert = dash + printScalar(value, { quote: place.style.quote, flow: place.flow })
  return {
    label: String(value),
    kind: 'value',
    insert,
    cursor: insert.length,
    again: false,
    required: false,
    type: help.type,
    about: about ?? help.about,
    source: help.source,
  }
}
