'use client'

import { Command } from 'cmdk'
import { useEffect, useMemo } from 'react'
import { PaletteField, type PaletteQuery, paletteInput } from './palette-field'
import { searchActions } from './palette-search'
import { type PaletteAction, usePaletteActions } from './use-palette-actions'

export interface PaletteListProps extends PaletteQuery {
  readonly onDone: () => void
}

/** What can be searched, found and run. */
export function PaletteList({ query, onQuery, entered, onDone }: PaletteListProps) {
  const actions = usePaletteActions()
  const found = useMemo(() => searchActions(actions, query), [actions, query])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was pressed before
  useEffect(() => {
    const [first] = found
    if (!entered || !first) return
    onDone()
    first.run()
  }, [])
  const groups = useMemo(() => {
    const byGroup = new Map<string, PaletteAction[]>()
    for (const action of found) {
      const group = byGroup.get(action.group)
      if (group) group.push(action)
      else byGroup.set(action.group, [action])
    }
    return [...byGroup]
  }, [found])

  return (
    <Command label="Commands" shouldFilter={false} loop>
      <PaletteField>
        <Command.Input autoFocus value={query} onValueChange={onQuery} {...paletteInput} />
      </PaletteField>
      <Command.List className="max-h-[min(420px,60vh)] overflow-y-auto p-1.5">
        <Command.Empty className="px-2.5 py-6 text-center text-dim">
          Nothing is called that.
        </Command.Empty>
        {groups.map(([group, list]) => (
          <Command.Group
            key={group}
            heading={group}
            className="[&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-faint [&>[cmdk-group-heading]]:text-xs"
          >
            {list.map(({ id, label, hint, mono, icon: Icon, run }) => (
              <Command.Item
                key={id}
                value={id}
                onSelect={() => {
                  onDone()
                  run()
                }}
                className="flex h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-accent-bg data-[selected=true]:text-accent-text"
              >
                <Icon size={14} aria-hidden className="shrink-0 text-faint" />
                <span className={mono ? 'truncate font-mono text-sm' : 'truncate'}>{label}</span>
                {hint ? (
                  <span className="ml-auto max-w-[45%] truncate pl-3 text-faint text-sm">
                    {hint}
                  </span>
                ) : null}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}
