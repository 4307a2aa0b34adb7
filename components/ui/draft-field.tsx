'use client'

import { useRef, useState } from 'react'
import { TextField, type TextFieldProps } from './text-field'

export interface DraftFieldProps extends Omit<TextFieldProps, 'onChange' | 'error'> {
  /** The reason why `text` is refused, or `undefined` when it may be committed. */
  readonly check: (text: string) => string | undefined
  /** Called on each key press with a text that passes `check`. */
  readonly onCommit: (text: string) => void
  /** A fault of the committed value that `check` does not know, e.g. from a rule. */
  readonly error?: string | undefined
}

/**
 * A text field that commits while what it holds is valid and keeps a draft of its own while it is
 * not. Escape restores the text that stood there when the field was entered.
 */
export function DraftField({ value, check, onCommit, error, ...rest }: DraftFieldProps) {
  const [draft, setDraft] = useState<{ text: string; over: string }>()
  const entered = useRef(value)
  // A value that changes from outside (undo, the editor) wins over the draft.
  const shown = draft && draft.over === value ? draft.text : value
  const problem = check(shown) ?? (shown === value ? error : undefined)

  function change(text: string) {
    if (check(text) === undefined) {
      setDraft(undefined)
      if (text !== value) onCommit(text)
    } else setDraft({ text, over: value })
  }

  return (
    <TextField
      {...rest}
      value={shown}
      error={problem}
      onChange={change}
      onFocus={(event) => {
        entered.current = value
        rest.onFocus?.(event)
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
