'use client'

import { useShelvedDraft } from '@/components/ui/draft-shelf'
import { TextField, type TextFieldProps } from '@/components/ui/text-field'

export interface WordsFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'error'> {
  readonly words: readonly string[]
  /** The place of the field: a refused text waits there. */
  readonly 'data-place'?: string | undefined
  /** Why a word is refused. */
  readonly check: (word: string) => string | undefined
  /** Called on each key press after which every word is fine. */
  readonly onCommit: (words: readonly string[]) => void
}

/** A few words in one line, with commas or spaces between. */
export function WordsField({ words, check, onCommit, onBlur, ...rest }: WordsFieldProps) {
  const [draft, setDraft] = useShelvedDraft(rest['data-place'])
  const written = words.join(', ')
  // The user's commas stay while they type; a change from outside wins over them.
  const kept = draft && (draft.over === written || wordsIn(draft.text).join(', ') === written)
  const text = kept ? draft.text : written
  return (
    <TextField
      {...rest}
      value={text}
      error={fault(wordsIn(text), check)}
      onChange={(next) => {
        const now = wordsIn(next)
        setDraft({ text: next, over: written }, fault(now, check) !== undefined)
        if (fault(now, check) === undefined && now.join(', ') !== written) onCommit(now)
      }}
      onBlur={(event) => {
        if (fault(wordsIn(text), check) === undefined) setDraft(undefined, false)
        onBlur?.(event)
      }}
    />
  )
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '')
}

function fault(
  words: readonly string[],
  check: (word: string) => string | undefined,
): string | undefined {
  for (const [i, word] of words.entries()) {
    if (words.indexOf(word) < i) return `"${word}" is here twice.`
    const found = check(word)
    if (found) return found
  }
  return undefined
}
