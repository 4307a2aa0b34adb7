import type { KeyboardEvent, ReactNode } from 'react'
import type { Draft } from '@/components/ui/draft'
import { TextArea, type TextAreaProps } from '@/components/ui/text-area'
import type { Parsed } from '@/lib/schema/parse-default'
import { sameValue } from '@/lib/yaml/same-value'
import { staysWhole } from '@/lib/yaml/value-source'

export interface YamlFieldProps
  extends Omit<TextAreaProps, 'value' | 'onChange' | 'onKeyDown' | 'onBlur' | 'error' | 'warning'> {
  /** The text as it stands in the file, at the left edge; '' when there is no value. */
  readonly source: string
  /** What the file says there, as data. */
  readonly current: unknown
  readonly read: (text: string) => Parsed
  /** Called on each key press with a text that can be read; '' removes the value. */
  readonly onCommit: (text: string) => void
  /** Messages of problems. */
  readonly faults: { readonly errors: readonly string[]; readonly warnings: readonly string[] }
  readonly aside?: ReactNode
  /** What cannot be committed yet, as a state of the caller's. */
  readonly kept: readonly [Draft | undefined, (draft: Draft | undefined) => void]
}

/**
 * A value as YAML. What can be read is put into the file at once, as it is typed; the rest is kept
 * here until it can. Enter keeps the indent of the line.
 */
export function YamlField(props: YamlFieldProps): React.ReactElement {
  const { source, current, read, onCommit, faults, kept, ...rest } = props
  const [draft, setDraft] = kept
  const shown = draft && isDraftOf(draft, source, current, read) ? draft.text : source
  const reason = reasonAgainst(shown, read)

  function change(text: string): void {
    setDraft({ text, over: source })
    if (text.trim() === '') {
      if (source !== '') onCommit('')
    } else if (reasonAgainst(text, read) === undefined) {
      const value = read(text)
      const same = value.ok && sameValue(value.value, current) && text.trim() === source
      if (!same) onCommit(text)
    }
  }

  return (
    <TextArea
      {...rest}
      mono
      value={shown}
      error={reason ?? joined(faults.errors)}
      warning={joined(faults.warnings)}
      onChange={change}
      onBlur={() => {
        if (reason === undefined) setDraft(undefined)
      }}
      onKeyDown={(event) => keepIndent(event, change)}
    />
  )
}

function joined(messages: readonly string[]): string | undefined {
  return messages.length > 0 ? messages.join(' ') : undefined
}

/** A draft that can be read lasts while the file says the same; another one until the file changes. */
function isDraftOf(
  draft: { readonly text: string; readonly over: string },
  source: string,
  current: unknown,
  read: YamlFieldProps['read'],
): boolean {
  if (draft.text.trim() === '') return source === ''
  if (reasonAgainst(draft.text, read) !== undefined) return draft.over === source
  const value = read(draft.text)
  return value.ok && sameValue(value.value, current)
}

function reasonAgainst(text: string, read: YamlFieldProps['read']): string | undefined {
  if (text.trim() === '') return undefined
  const value = read(text)
  if (!value.ok) return value.reason
  if (value.value === null || value.value === undefined) return 'There is no value in this text.'
  return staysWhole(text)
    ? undefined
    : 'A comment stands right above an entry or at the end of its line; elsewhere it would be lost.'
}

function keepIndent(
  event: KeyboardEvent<HTMLTextAreaElement>,
  change: (text: string) => void,
): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  const area = event.currentTarget
  const { value, selectionStart, selectionEnd } = area
  const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart)
  const indent = /^ */.exec(line)?.[0] ?? ''
  if (indent === '') return
  event.preventDefault()
  const at = selectionStart + 1 + indent.length
  change(`${value.slice(0, selectionStart)}\n${indent}${value.slice(selectionEnd)}`)
  requestAnimationFrame(() => area.setSelectionRange(at, at))
}
