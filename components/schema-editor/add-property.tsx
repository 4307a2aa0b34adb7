'use client'

import { Plus } from 'lucide-react'
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { useShell } from '@/components/designer/use-shell'
import { addProperties } from '@/lib/commands/add-properties'
import type { Path } from '@/lib/promise/path'
import { schemaIn } from '@/lib/promise/view'
import { additionsTo, clashReason } from '@/lib/schema/new-properties'
import { readLines } from '@/lib/schema/notation'
import { type OutlineRow, outlineOf } from '@/lib/schema/outline'
import { StartMenu } from './start-menu'

export interface AddPropertyProps {
  /** The `properties` map that gets the new one. */
  readonly parent: Path
  readonly disabled: boolean
}

/** One line that adds a property: a name, or the short notation of the command line. */
export function AddProperty({ parent, disabled }: AddPropertyProps): React.ReactElement {
  const store = useDesignerStore()
  const { openStart } = useShell()
  const holder = parent.slice(0, -1)
  const schema = useDesigner((state) => schemaIn(state.reading.view, holder))
  const id = useId()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useKeptInSight(form)
  const { wanted, faults } = useMemo(() => readLines(text), [text])
  const [clash] = additionsTo(schema, wanted).clashes
  const taken = clash && clashReason(wanted, clash)
  const reason = faults[0]?.message ?? taken
  const preview = reason === undefined ? previewOf(outlineOf(wanted)) : undefined
  const shown = asked || taken ? reason : undefined

  const add = (): void => {
    setAsked(true)
    if (reason !== undefined || text.trim() === '') return
    if (!store.getState().run(addProperties(holder, wanted))) return
    setText('')
    setAsked(false)
  }

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      className="mt-2.5 scroll-mb-2"
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
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain')
            if (pasted.trim().split(/[\r\n]+/).length < 2) return
            event.preventDefault()
            openStart('lines', pasted)
          }}
          className="h-7 min-w-0 flex-1 bg-transparent font-mono text-sm outline-none"
        />
        <span className="text-faint text-sm max-pane:hidden">Enter adds</span>
        <StartMenu disabled={disabled} />
      </div>
      <p id={`${id}-help`} className="min-h-5 px-3 pt-0.5 text-sm">
        {shown ? (
          <span role="alert" className="text-red">
            {shown}
          </span>
        ) : preview !== undefined ? (
          <code className="text-dim">{preview}</code>
        ) : (
          <span className="text-faint">
            A name, or <code>name:type=default</code>, such as <code>size:small|large=small</code>,{' '}
            <code>db.port:integer=5432 1..65535</code> or <code>cidrs:string[]</code>
          </span>
        )}
      </p>
    </form>
  )
}

/**
 * What was added stands above the form and pushes it down, once as a row and once more as its
 * details open: whoever goes on adding keeps the field in sight.
 */
function useKeptInSight(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const around = form.current?.parentElement
    if (!around) return
    const observer = new ResizeObserver(() => {
      if (form.current?.contains(document.activeElement)) {
        form.current.scrollIntoView({ block: 'nearest' })
      }
    })
    observer.observe(around)
    return () => observer.disconnect()
  }, [form])
}

/** What the line will add: `replicas integer = 1, 1..9 "How many"`. */
function previewOf(rows: readonly OutlineRow[]): string | undefined {
  const row = rows.at(-1)
  if (!row) return undefined
  const { names, type, required, facts, schema } = row
  const { description } = schema
  const words = [names.join('.'), type, required ? 'required' : '', facts]
  const said = typeof description === 'string' ? JSON.stringify(description) : ''
  return [...words, said].filter((word) => word !== '').join(' ')
}
