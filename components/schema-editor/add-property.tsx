'use client'

import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { addProperty } from '@/lib/commands/add-property'
import { setDefault } from '@/lib/commands/set-default'
import { setEnum } from '@/lib/commands/set-enum'
import { setPropertyType } from '@/lib/commands/set-property-type'
import { type Command, sequence } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import { readNotation, type ShortProperty } from '@/lib/schema/notation'
import type { Property } from '@/lib/schema/property'

export interface AddPropertyProps {
  /** The `properties` map that gets the new one. */
  readonly parent: Path
  readonly siblings: readonly Property[]
  readonly disabled: boolean
}

/** One line that adds a property: a name, or the short notation of the command line. */
export function AddProperty({ parent, siblings, disabled }: AddPropertyProps): React.ReactElement {
  const store = useDesignerStore()
  const id = useId()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const read = readNotation(text)
  const taken = read.ok && siblings.some((property) => property.name === read.property.name)
  const reason = !read.ok
    ? read.reason
    : taken
      ? `There is a property "${read.property.name}" already.`
      : undefined
  const shown = text !== '' && reason && (asked || taken) ? reason : undefined

  const add = (): void => {
    setAsked(true)
    if (!read.ok || taken) return
    if (!store.getState().run(additionOf(parent, read.property))) return
    setText('')
    setAsked(false)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      className="mt-2.5"
    >
      <div className="flex h-9 items-center gap-2 rounded-lg border border-line2 border-dashed px-3 focus-within:border-ring">
        <button
          type="submit"
          aria-label="Add the property"
          disabled={disabled}
          className="inline-flex size-6 items-center justify-center rounded-md text-dim hover:bg-hover hover:text-text"
        >
          <Plus size={14} aria-hidden />
        </button>
        <input
          id={id}
          aria-label="Add a property"
          aria-invalid={shown ? true : undefined}
          aria-describedby={`${id}-help`}
          value={text}
          disabled={disabled}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="replicas:integer=1"
          onChange={(event) => {
            setText(event.target.value)
            setAsked(false)
          }}
          className="h-7 min-w-0 flex-1 bg-transparent font-mono text-sm outline-none"
        />
        <span className="text-faint text-sm max-pane:hidden">Enter adds</span>
      </div>
      <p id={`${id}-help`} className="min-h-5 px-3 pt-0.5 text-sm">
        {shown ? (
          <span role="alert" className="text-red">
            {shown}
          </span>
        ) : (
          <span className="text-faint">
            A name, or <code>name:type=default</code>, such as <code>size:small|large=small</code>{' '}
            or <code>cidrs:string[]</code>
          </span>
        )}
      </p>
    </form>
  )
}

/** One command for all that the short notation says. */
function additionOf(parent: Path, short: ShortProperty): Command {
  const path = [...parent, short.name]
  return sequence('Add property', [
    addProperty(parent, short.name, short.type),
    ...(short.itemType ? [setPropertyType(path, short.type, short.itemType)] : []),
    ...(short.enum ? [setEnum(path, short.enum)] : []),
    ...(short.default === undefined ? [] : [setDefault(path, short.default)]),
  ])
}
