'use client'

import { useRef } from 'react'
import { type Draft, shownText, typed } from './draft'
import { useShelvedDraft } from './draft-shelf'
import { TextField, type TextFieldProps } from './text-field'

export interface DraftFieldProps extends Omit<TextFieldProps, 'onChange' | 'error'> {
  /** The reason why `text` is refused, or `undefined` when it may be committed. */
  readonly check: (text: string) => string | undefined
  /**
   * The `value` that a text which passes `check` comes to, where several texts mean one value:
   * `1.` and `1.0` both mean `1`. Else each text means itself.
   */
  readonly means?: (text: string) => string
  /** Called on each key press with a text that passes `check` and means another value. */
  readonly onCommit: (text: string) => void
  /** A fault of the committed value that `check` does not know, e.g. from a rule. */
  readonly error?: string | undefined
  /** The place of the field: a refused text waits there. */
  readonly 'data-place'?: string | undefined
  /** The draft as a state of the caller's, who may keep it for longer than the field is there. */
  readonly kept?: readonly [Draft | undefined, (draft: Draft | undefined) => void]
}

/**
 * A text field that commits while what it holds is valid and keeps a draft of its own while it is
 * not, which waits for the user also while the field is not in the page ({@link DraftShelfContext}).
 * What was committed stays as it was typed until the field is left. Escape restores the text
 * that stood there when the field was entered.
 */
export function DraftField(props: DraftFieldProps) {
  const { value, check, means = itself, onCommit, error, kept, ...rest } = props
  const [shelved, shelve] = useShelvedDraft(kept ? undefined : rest['data-place'])
  const [draft, setDraft] = kept ?? [
    shelved,
    (next: Draft | undefined) => shelve(next, next !== undefined && check(next.text) !== undefined),
  ]
  const entered = useRef(value)
  const shown = shownText(value, draft)
  const reason = check(shown)
  const committed = reason === undefined && (shown === value || means(shown) === value)

  function change(text: string) {
    const next = typed(text, value, { check, means })
    setDraft(next.draft)
    if (next.commits) onCommit(text)
  }

  return (
    <TextField
      {...rest}
      value={shown}
      error={reason ?? (committed ? error : undefined)}
      onChange={change}
      onFocus={(event) => {
        entered.current = value
        rest.onFocus?.(event)
      }}
      onBlur={(event) => {
        if (committed) setDraft(undefined)
        rest.onBlur?.(event)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && shown !== entered.current) {
          event.stopPropagation()
          setDraft(undefined)
          if (value !== entered.current) onCommit(entered.current)
        }
        rest.onKeyDown?.(event)
      }}
    />
  )
}

const itself = (text: string): string => text
