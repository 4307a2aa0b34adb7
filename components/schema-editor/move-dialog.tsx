'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { type ReactElement, useMemo, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { isWithin, type Path, pathToString, samePath } from '@/lib/promise/path'
import type { Property } from '@/lib/schema/property'
import { typeLabel } from '@/lib/schema/shape'
import type { PropertyRow } from './rows'

export interface MoveDialogProps {
  /** What moves; the dialog is open while there is something. */
  readonly moving: readonly PropertyRow[]
  readonly properties: readonly Property[]
  /** The properties of `spec`. */
  readonly top: Path
  readonly onClose: () => void
  readonly onMove: (parent: Path) => void
}

/** So many are listed; a search finds the others. */
const MOST = 100

interface Goal {
  readonly parent: Path
  readonly label: string
  readonly hint: string
}

/** Into which object properties go. */
export function MoveDialog(props: MoveDialogProps): ReactElement {
  const { moving, onClose } = props
  const what = moving.length === 1 ? moving[0]?.property.name : `${moving.length} properties`
  return (
    <Dialog
      open={moving.length > 0}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      size="sm"
      title={`Move ${what} into…`}
    >
      <Goals {...props} />
    </Dialog>
  )
}

function Goals({ moving, properties, top, onMove }: MoveDialogProps): ReactElement {
  const [query, setQuery] = useState('')
  const goals = useMemo(() => {
    const all: Goal[] = [
      { parent: top, label: 'spec', hint: 'the top' },
      ...inside(properties, 'spec'),
    ]
    return all.filter(({ parent }) =>
      moving.some(
        ({ property, parent: own }) => !isWithin(parent, property.path) && !samePath(parent, own),
      ),
    )
  }, [moving, properties, top])
  const wanted = query.trim().toLowerCase()
  const found = goals.filter(({ label }) => label.toLowerCase().includes(wanted))
  return (
    <Command label="Objects" shouldFilter={false} loop className="pb-1">
      <div className="control flex items-center gap-2 px-2.5">
        <Search size={14} aria-hidden className="shrink-0 text-faint" />
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder="Find an object"
          className="h-7 min-w-0 flex-1 bg-transparent outline-none"
        />
      </div>
      <Command.List label="Objects" className="mt-1.5 max-h-[min(320px,50vh)] overflow-y-auto">
        <Command.Empty className="px-2.5 py-5 text-center text-dim">
          {goals.length === 0
            ? 'There is no other object. Add one first.'
            : 'No object is called that.'}
        </Command.Empty>
        {found.slice(0, MOST).map(({ parent, label, hint }) => (
          <Command.Item
            key={pathToString(parent)}
            value={pathToString(parent)}
            onSelect={() => onMove(parent)}
            className="flex h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-accent-bg data-[selected=true]:text-accent-text"
          >
            <span className="min-w-0 flex-1 truncate font-mono text-sm">{label}</span>
            <span className="shrink-0 text-faint text-sm">{hint}</span>
          </Command.Item>
        ))}
      </Command.List>
      {found.length > MOST ? (
        <p className="px-2.5 pt-1 text-faint text-sm">
          {found.length - MOST} more: search for them.
        </p>
      ) : null}
    </Command>
  )
}

function inside(properties: readonly Property[], above: string): readonly Goal[] {
  return properties.flatMap((property) => {
    const label = `${above}.${property.name}`
    const { childrenPath } = property
    if (!childrenPath) return []
    return [
      { parent: childrenPath, label, hint: typeLabel(property) },
      ...inside(property.children, label),
    ]
  })
}
