'use client'

import clsx from 'clsx'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { countLines, type FileChange } from '@/lib/patch/compare'

export interface ChangeListProps {
  readonly changes: readonly FileChange[]
  readonly selected: string | undefined
  readonly onSelect: (path: string) => void
}

const LETTERS = { added: 'A', changed: 'M', deleted: 'D' } as const
const TONES = { added: 'text-green', changed: 'text-amber', deleted: 'text-red' } as const

/** More than this nobody reads one by one; the patch and the zip hold all. */
const SHOWN = 1_000

/** The files that changed: what happened, and how many lines came and went. */
export function ChangeList({ changes, selected, onSelect }: ChangeListProps) {
  const list = useRef<HTMLDivElement>(null)
  const shown = changes.slice(0, SHOWN)
  const at = Math.max(
    0,
    shown.findIndex(({ path }) => path === selected),
  )
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    const next = {
      ArrowDown: Math.min(at + 1, shown.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: shown.length - 1,
    }[event.key]
    const change = next === undefined ? undefined : shown[next]
    if (!change || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onSelect(change.path)
    list.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus()
  }

  return (
    <>
      <div
        ref={list}
        role="listbox"
        aria-label="Changed files"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="p-1.5"
      >
        {shown.map((change, i) => (
          <ChangeRow
            key={change.path}
            change={change}
            index={i}
            tabbable={i === at}
            selected={change.path === selected}
            onSelect={onSelect}
          />
        ))}
      </div>
      {changes.length > SHOWN ? (
        <p className="px-3 pb-3 text-dim text-sm">
          These are the first {SHOWN} of {changes.length}. The patch and the zip hold all.
        </p>
      ) : null}
    </>
  )
}

interface ChangeRowProps {
  readonly change: FileChange
  readonly index: number
  readonly tabbable: boolean
  readonly selected: boolean
  readonly onSelect: (path: string) => void
}

function ChangeRow({ change, index, tabbable, selected, onSelect }: ChangeRowProps) {
  const { kind, path } = change
  const slash = path.lastIndexOf('/')
  return (
    <div
      role="option"
      aria-selected={selected}
      tabIndex={tabbable ? 0 : -1}
      data-index={index}
      title={path}
      onClick={() => onSelect(path)}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) onSelect(path)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') onSelect(path)
      }}
      className={clsx(
        'flex h-7 cursor-pointer select-none items-center gap-2 rounded-md px-2 focus-visible:outline-offset-[-2px]',
        selected ? 'bg-accent-bg text-accent-text' : 'hover:bg-hover',
      )}
    >
      <span className={clsx('w-3 shrink-0 text-center font-semibold text-sm', TONES[kind])}>
        <span aria-hidden>{LETTERS[kind]}</span>
        <span className="sr-only">{kind}</span>
      </span>
      <span className="shrink-0 truncate font-mono text-sm max-w-[75%]">
        {path.slice(slash + 1)}
      </span>
      <span className="min-w-0 flex-1 truncate font-mono text-faint text-xs">
        {path.slice(0, Math.max(0, slash))}
      </span>
      <LineCounts change={change} />
    </div>
  )
}

/** "+12 −3"; for what is not text, that it is not. */
export function LineCounts({ change }: { readonly change: FileChange }) {
  const count = countLines(change)
  if (!count) return <span className="shrink-0 text-faint text-xs">binary</span>
  const { added, removed } = count
  if (added === 0 && removed === 0) {
    const mode = change.kind === 'changed'
    return <span className="shrink-0 text-faint text-xs">{mode ? 'mode' : 'empty'}</span>
  }
  return (
    <span className="flex shrink-0 gap-1.5 text-sm tabular-nums">
      {added > 0 ? (
        <span className="text-green">
          <span className="sr-only">lines added: </span>+{added}
        </span>
      ) : null}
      {removed > 0 ? (
        <span className="text-red">
          <span className="sr-only">lines removed: </span>−{removed}
        </span>
      ) : null}
    </span>
  )
}
