'use client'

import clsx from 'clsx'
import { ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { BuiltFile } from '@/lib/build/types'
import { type Change, ChangeMark } from './change-mark'
import { OriginBadge } from './origin-badge'
import { isKept, type TreeNode, treeOf } from './tree'

export interface FileTreeProps {
  readonly label: string
  readonly files: ReadonlyMap<string, BuiltFile>
  readonly selected: string
  readonly onSelect: (path: string) => void
  /** What happened to files since a time, to mark them and the folders above. */
  readonly changes?: { readonly of: ReadonlyMap<string, Change>; readonly since: string }
}

interface Row {
  readonly node: TreeNode
  readonly level: number
}

/** Every file of the repository, with whose it is. Arrow keys move as in any file tree. */
export function FileTree({
  label,
  files,
  selected,
  onSelect,
  changes,
}: FileTreeProps): React.ReactElement {
  const tree = useMemo(() => treeOf(files.keys()), [files])
  // What is kept to merge with is closed until it is opened, the other folders the reverse.
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set())
  const isClosed = (path: string): boolean => flipped.has(path) !== isKept(path)
  const touched = useMemo(() => foldersOf(changes?.of.keys() ?? []), [changes])
  const rows = visible(tree, isClosed, 1)
  const [focused, setFocused] = useState(selected)
  const list = useRef<HTMLDivElement>(null)
  // One row takes part in the tab order: the focused one, else the selected one, else the first.
  const current =
    rows.find((row) => row.node.path === focused) ??
    rows.find((row) => row.node.path === selected) ??
    rows[0]

  const focus = (row: Row | undefined): void => {
    if (!row) return
    setFocused(row.node.path)
    list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(row.node.path)}"]`)?.focus()
  }
  const toggle = (path: string, close: boolean): void => {
    const next = new Set(flipped)
    if (close !== isKept(path)) next.add(path)
    else next.delete(path)
    setFlipped(next)
  }
  const activate = ({ node }: Row): void => {
    if (node.children) toggle(node.path, !isClosed(node.path))
    else onSelect(node.path)
  }
  const onKeyDown = (event: KeyboardEvent, row: Row): void => {
    const at = rows.indexOf(row)
    const open = row.node.children && !isClosed(row.node.path)
    const moves: Record<string, (() => void) | undefined> = {
      ArrowDown: () => focus(rows[at + 1]),
      ArrowUp: () => focus(rows[at - 1]),
      Home: () => focus(rows[0]),
      End: () => focus(rows.at(-1)),
      ArrowRight: () =>
        open ? focus(rows[at + 1]) : row.node.children && toggle(row.node.path, false),
      ArrowLeft: () =>
        open
          ? toggle(row.node.path, true)
          : focus(rows.slice(0, at).findLast((other) => other.level < row.level)),
      Enter: () => activate(row),
      ' ': () => activate(row),
    }
    const move = moves[event.key]
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    move()
  }

  return (
    <div ref={list} role="tree" aria-label={label} className="p-1.5">
      {rows.map((row) => {
        const { node, level } = row
        const file = files.get(node.path)
        return (
          <div
            key={node.path}
            role="treeitem"
            aria-level={level}
            aria-selected={node.path === selected}
            aria-expanded={node.children ? !isClosed(node.path) : undefined}
            tabIndex={row === current ? 0 : -1}
            data-path={node.path}
            onClick={() => {
              setFocused(node.path)
              activate(row)
            }}
            onKeyDown={(event) => onKeyDown(event, row)}
            style={{ paddingLeft: 4 + (level - 1) * 14 }}
            className={clsx(
              'flex h-[26px] cursor-pointer select-none items-center gap-1 rounded-md pr-2 focus-visible:outline-offset-[-2px]',
              node.path === selected
                ? 'bg-accent-bg font-medium text-accent-text'
                : 'text-dim hover:bg-hover hover:text-text',
            )}
          >
            {node.children ? (
              <ChevronRight
                size={14}
                aria-hidden
                className={clsx('shrink-0 text-faint', !isClosed(node.path) && 'rotate-90')}
              />
            ) : (
              <span className="w-3.5 shrink-0" />
            )}
            <span className="min-w-0 flex-1 truncate font-mono text-sm">{node.name}</span>
            {file ? (
              <OriginBadge origin={file.origin} behind={file.moved !== undefined} quiet />
            ) : null}
            {changes ? (
              <ChangeMark
                change={changes.of.get(node.path)}
                folder={touched.has(node.path)}
                since={changes.since}
              />
            ) : null}
          </div>
        )
      })}
    </div>
  )
}

function visible(
  nodes: readonly TreeNode[],
  isClosed: (path: string) => boolean,
  level: number,
): Row[] {
  return nodes.flatMap((node) => [
    { node, level },
    ...(node.children && !isClosed(node.path) ? visible(node.children, isClosed, level + 1) : []),
  ])
}

/** Every folder above one of `paths`. */
function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      folders.add(path.slice(0, at))
    }
  }
  return folders
}
