'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useMedia, WIDE } from '@/components/designer/use-media'
import type { Item } from '@/lib/folder/plan-write'
import type { FileChange, TreeFile } from '@/lib/patch/compare'
import type { FileContent } from '@/lib/promise/files'
import { LineCounts } from './change-list'
import { ChangeView } from './change-view'
import { plural } from './state-words'

export interface FolderPlanProps {
  readonly items: readonly Item[]
  /** Paths changed in the folder that shall be replaced all the same. */
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

type Action = Item['action']

/** In the order of what the user should look at first. */
const GROUPS: readonly {
  readonly action: Action
  readonly title: string
  readonly help?: string
}[] = [
  {
    action: 'changed',
    title: 'Changed in the folder meanwhile',
    help: 'Not written, unless you tick them.',
  },
  { action: 'blocked', title: 'Cannot be written' },
  { action: 'create', title: 'New' },
  { action: 'replace', title: 'Replaced' },
  { action: 'remove', title: 'Removed', help: 'Written from here, and not changed since.' },
  { action: 'stays', title: 'Stays, though no longer part of the design' },
]

/** What writing would do, file by file, with the difference of the chosen one. */
export function FolderPlan({ items, chosen, onChoose }: FolderPlanProps) {
  const wide = useMedia(WIDE)
  const [selected, setSelected] = useState<string>()
  const groups = GROUPS.map((group) => ({
    ...group,
    items: items.filter(({ action }) => action === group.action),
  })).filter((group) => group.items.length > 0)
  const first = groups.flatMap((group) => group.items).find((item) => changeOf(item))
  const item = items.find(({ path }) => path === selected) ?? first
  const change = item && changeOf(item)
  const same = items.filter(({ action }) => action === 'same').length

  const toggle = (path: string): void => {
    const next = new Set(chosen)
    if (!next.delete(path)) next.add(path)
    onChoose(next)
  }

  return (
    <div
      className={clsx(
        'grid min-h-0 flex-1 overflow-hidden rounded-lg border border-line max-pane:grid-cols-1 max-pane:grid-rows-[minmax(120px,50%)_minmax(0,1fr)]',
        'grid-cols-[minmax(260px,400px)_minmax(0,1fr)]',
      )}
    >
      <div className="overflow-y-auto border-line border-r bg-panel p-1.5 max-pane:border-r-0 max-pane:border-b">
        {groups.map((group) => (
          <section key={group.action} aria-label={group.title} className="mb-2">
            <h3 className="px-2 pt-1 font-medium text-sm">
              {group.title} <span className="text-faint">{group.items.length}</span>
            </h3>
            {group.help ? <p className="px-2 pb-0.5 text-faint text-sm">{group.help}</p> : null}
            <ul>
              {group.items.map((one) => (
                <PlanRow
                  key={one.path}
                  item={one}
                  selected={one.path === item?.path}
                  chosen={chosen.has(one.path)}
                  onSelect={() => setSelected(one.path)}
                  onToggle={() => toggle(one.path)}
                />
              ))}
            </ul>
          </section>
        ))}
        <p className="px-2 pb-1 text-dim text-sm">
          {same > 0 ? `${plural(same, 'file')} the same already. ` : ''}
          Everything else in the folder stays as it is.
        </p>
      </div>
      {change ? (
        <ChangeView change={change} inline={!wide} before="in the folder" />
      ) : (
        <p className="p-4 text-dim">
          {item && 'reason' in item ? item.reason : 'Nothing to show.'}
        </p>
      )}
    </div>
  )
}

interface PlanRowProps {
  readonly item: Item
  readonly selected: boolean
  readonly chosen: boolean
  readonly onSelect: () => void
  readonly onToggle: () => void
}

function PlanRow({ item, selected, chosen, onSelect, onToggle }: PlanRowProps) {
  const { path } = item
  const slash = path.lastIndexOf('/')
  const change = changeOf(item)
  return (
    <li
      className={clsx(
        'flex h-7 items-center gap-2 rounded-md pr-2',
        selected ? 'bg-accent-bg text-accent-text' : 'hover:bg-hover',
      )}
    >
      {item.action === 'changed' ? (
        <input
          type="checkbox"
          aria-label={`Replace ${path}`}
          checked={chosen}
          onChange={onToggle}
          className="ml-2 size-3.5 shrink-0 accent-(--accent)"
        />
      ) : null}
      <button
        type="button"
        title={path}
        aria-current={selected}
        onClick={onSelect}
        className="flex h-full min-w-0 flex-1 items-center gap-2 rounded-md pl-2 text-left focus-visible:outline-offset-[-2px]"
      >
        <span className="max-w-[75%] shrink-0 truncate font-mono text-sm">
          {path.slice(slash + 1)}
        </span>
        <span className="min-w-0 flex-1 truncate font-mono text-faint text-xs">
          {path.slice(0, Math.max(0, slash))}
        </span>
        {change ? <LineCounts change={change} /> : null}
      </button>
    </li>
  )
}

const changes = new WeakMap<Item, FileChange>()

/** What would change on the disk. Modes are not known there. */
function changeOf(item: Item): FileChange | undefined {
  const known = changes.get(item)
  if (known) return known
  const change = makeChange(item)
  if (change) changes.set(item, change)
  return change
}

function makeChange(item: Item): FileChange | undefined {
  const { action, path } = item
  const onDisk = (content: FileContent, executable = false): TreeFile => ({ content, executable })
  if (action === 'create') return { kind: 'added', path, after: item.file }
  if (action === 'remove') return { kind: 'deleted', path, before: onDisk(item.disk) }
  if (action !== 'replace' && action !== 'changed') return undefined
  if (item.disk === 'large') return undefined
  const before = onDisk(item.disk, item.file.executable)
  return { kind: 'changed', path, before, after: item.file }
}
