'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useMemo, useState } from 'react'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import { searchActions } from './palette-search'
import { type PaletteAction, usePaletteActions } from './use-palette-actions'

export interface CommandPaletteProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Ctrl+K: go anywhere, do anything. */
export function CommandPalette({ open, onOpenChange }: CommandPaletteProps) {
  const returnFocus = useReturnFocus(open)
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-[fade_80ms] bg-overlay" />
        <Dialog.Content
          onCloseAutoFocus={returnFocus}
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-40 w-[min(600px,calc(100vw-24px))] -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-raised shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">Commands</Dialog.Title>
          <PaletteList onDone={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteList({ onDone }: { readonly onDone: () => void }) {
  const actions = usePaletteActions()
  const [query, setQuery] = useState('')
  const found = useMemo(() => searchActions(actions, query), [actions, query])
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
      <div className="flex items-center gap-2.5 border-line border-b px-3.5">
        <Search size={16} aria-hidden className="shrink-0 text-faint" />
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder="Go to a property, step or file; run a command"
          className="h-11 min-w-0 flex-1 bg-transparent outline-none"
        />
      </div>
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
