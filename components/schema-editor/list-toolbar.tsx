'use client'

import clsx from 'clsx'
import { ChevronsDownUp, ChevronsUpDown, Search, X } from 'lucide-react'
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react'
import { VersionSelect } from '@/components/designer/version-select'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import type { ApiVersionView, ApiView } from '@/lib/promise/view'
import { type PropertyRow, trailOf } from './rows'
import type { PropertyRows } from './use-property-rows'

export interface ListToolbarProps {
  readonly list: PropertyRows
  readonly selected: PropertyRow | undefined
  readonly onSelect: (row: PropertyRow) => void
  readonly api: ApiView
  readonly version: ApiVersionView
  readonly onVersion: (index: number) => void
}

const icon = { size: 14, 'aria-hidden': true } as const

/** Above the list: where the selected property lies, search, and which version is edited. */
export function ListToolbar(props: ListToolbarProps): ReactElement {
  const { list, selected, onSelect, api, version, onVersion } = props
  const nested = list.rows.some(({ property }) => property.childrenPath)
  return (
    <div className="flex min-h-[38px] flex-wrap items-center gap-x-2 gap-y-1 py-1">
      {api.versions.length > 1 ? (
        <VersionSelect
          api={api}
          label="Version that is edited"
          hideLabel
          title="What is changed here changes in this version alone"
          className="w-44"
          index={api.versions.indexOf(version)}
          onChange={onVersion}
        />
      ) : null}
      <Trail selected={selected} onSelect={onSelect} />
      <PropertySearch list={list} />
      {nested ? (
        <span className="flex">
          <IconButton
            size="sm"
            label="Close all objects"
            icon={<ChevronsDownUp {...icon} />}
            onClick={list.closeAll}
          />
          <IconButton
            size="sm"
            label="Open all objects"
            icon={<ChevronsUpDown {...icon} />}
            onClick={list.openAll}
          />
        </span>
      ) : null}
    </div>
  )
}

/** The objects around the selected property, each a way to it. */
function Trail({
  selected,
  onSelect,
}: Pick<ListToolbarProps, 'selected' | 'onSelect'>): ReactElement {
  const trail = selected ? trailOf(selected) : []
  return (
    <nav
      aria-label="Selected property"
      className="flex min-w-0 flex-1 items-center overflow-hidden font-mono text-dim text-sm max-pane:basis-full max-pane:empty:hidden"
    >
      {trail.length > 0 ? <span className="shrink-0 text-faint">spec</span> : null}
      {trail.map((row, i) => (
        <span
          key={row.id}
          className={clsx(
            'flex min-w-0 items-center',
            i === trail.length - 1 && 'max-w-full shrink-0',
          )}
        >
          <span aria-hidden className="px-1 text-faint">
            ›
          </span>
          <button
            type="button"
            aria-current={i === trail.length - 1 ? 'location' : undefined}
            onClick={() => onSelect(row)}
            className="min-w-0 truncate rounded-[4px] px-0.5 hover:bg-hover hover:text-text aria-[current]:text-text"
          >
            {row.property.name}
          </button>
        </span>
      ))}
    </nav>
  )
}

function PropertySearch({ list }: { readonly list: PropertyRows }): ReactElement {
  const { query, setQuery, found, rows, setFocus } = list
  const input = useRef<HTMLInputElement>(null)
  useSlash(input)

  const go = (which: 'first' | 'last'): void => {
    const matches = rows.filter(({ property }) => found?.matches.has(property) ?? true)
    const row = which === 'first' ? matches[0] : matches.at(-1)
    if (row) setFocus(row.property.path)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && query !== '') {
      event.stopPropagation()
      setQuery('')
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      go('first')
    } else if (event.key === 'ArrowUp') {
      event.preventDefault()
      go('last')
    }
  }
  return (
    <search className="flex max-pane:flex-1">
      <span className="control flex w-44 items-center gap-1.5 px-2 max-pane:w-full">
        <Search size={13} aria-hidden className="shrink-0 text-faint" />
        <input
          ref={input}
          type="search"
          aria-label="Find a property"
          aria-keyshortcuts="/"
          placeholder="Find a property"
          data-property-search
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
          className="h-7 min-w-0 flex-1 bg-transparent text-sm outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        <span role="status" className="whitespace-nowrap text-faint text-xs tabular-nums">
          {found ? `${found.matches.size} found` : ''}
        </span>
        {found ? (
          <button
            type="button"
            aria-label="Show all properties"
            onClick={() => {
              setQuery('')
              input.current?.focus()
            }}
            className="inline-flex size-5 items-center justify-center rounded-[4px] text-faint hover:bg-hover hover:text-text"
          >
            <X size={12} aria-hidden />
          </button>
        ) : (
          <span className="max-pane:hidden">
            <Kbd>/</Kbd>
          </span>
        )}
      </span>
    </search>
  )
}

/** The key `/` goes to the search from wherever no text is typed. */
function useSlash(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      const at = event.target instanceof Element ? event.target : null
      if (at?.closest('input, textarea, select, [contenteditable], .monaco-editor, [role=dialog]'))
        return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [input])
}
