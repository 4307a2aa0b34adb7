'use client'

import clsx from 'clsx'
import { type CSSProperties, useId, useRef, useState } from 'react'

import { checkPropertyName } from '@/lib/promise/names'
import type { PropertyRow } from './rows'
import { matchIn } from './search'

export interface PropertyNameProps {
  readonly row: PropertyRow
  /** What was searched for, to be marked in the name; '' for nothing. */
  readonly sought: string
  readonly disabled: boolean
  readonly onRename: (name: string) => void
}

/**
 * The name in the row. It is renamed with each key while the name is free; while it is not, the
 * row keeps what was typed and says why. Escape goes back to the name that stood there when the
 * field was entered; Enter and leaving the field settle the name, so that nothing is left to take back.
 */
export function PropertyName({
  row,
  sought,
  disabled,
  onRename,
}: PropertyNameProps): React.ReactElement {
  const { property, siblings } = row
  const id = useId()
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string }>()
  const entered = useRef(property.name)
  const shown = draft?.over === property.name ? draft.text : property.name
  const reason = shown === property.name ? undefined : refusal(shown)

  function refusal(name: string): string | undefined {
    if (siblings.some((other) => other !== property && other.name === name)) {
      return `There is a property "${name}" beside it already.`
    }
    return checkPropertyName(name)
  }
  function change(text: string): void {
    if (refusal(text) === undefined) {
      setDraft(undefined)
      onRename(text)
    } else setDraft({ text, over: property.name })
  }

  const input = (
    <input
      id={id}
      aria-label={`Name of ${property.name}`}
      aria-invalid={reason ? true : undefined}
      aria-describedby={reason ? `${id}-reason` : undefined}
      data-property-name={property.name}
      style={markStyle(matchIn(shown, sought))}
      value={shown}
      disabled={disabled}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      onFocus={() => {
        entered.current = property.name
      }}
      onBlur={() => setDraft(undefined)}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && reason === undefined && !event.nativeEvent.isComposing) {
          entered.current = property.name
        }
        if (event.key !== 'Escape' || shown === entered.current) return
        event.stopPropagation()
        setDraft(undefined)
        if (property.name !== entered.current) onRename(entered.current)
      }}
      className={clsx(
        'h-6 w-full min-w-0 truncate rounded-[4px] bg-transparent px-1 font-medium font-mono text-sm hover:bg-hover focus:bg-raised',
        reason && 'text-red',
      )}
    />
  )
  return (
    <span className="relative min-w-0 flex-1">
      {input}
      {reason ? (
        <span
          id={`${id}-reason`}
          role="alert"
          className="absolute top-full left-0 z-20 mt-0.5 w-max max-w-80 rounded-md border border-red-line bg-raised px-2 py-1 text-red text-sm shadow-float"
        >
          {reason}
        </span>
      ) : null}
    </span>
  )
}

/** Letters of an input cannot be marked one by one; all of this one have the same width. */
function markStyle(match: ReturnType<typeof matchIn>): CSSProperties | undefined {
  if (!match) return undefined
  return {
    backgroundImage: 'linear-gradient(var(--amber-line), var(--amber-line))',
    backgroundRepeat: 'no-repeat',
    backgroundPosition: `calc(4px + ${match.from}ch) center`,
    backgroundSize: `${match.to - match.from}ch 16px`,
  }
}
