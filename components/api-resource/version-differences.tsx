'use client'

import clsx from 'clsx'
import { useMemo, useState } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { VersionSelect } from '@/components/designer/version-select'
import { Card } from '@/components/ui/section-head'
import { PROMISE_FILE } from '@/lib/promise/files'
import type { ApiView } from '@/lib/promise/view'
import { compareSchemas, type SchemaChange } from '@/lib/schema/compare'
import { show } from '@/lib/schema/misfit'

const MOST = 200
const SIGNS = { added: '+', removed: '−', changed: '~' } as const
const WORDS = { added: 'added', removed: 'removed', changed: 'changed' } as const
const TONES = { added: 'text-green', removed: 'text-red', changed: 'text-amber' } as const

/** In what the schemas of two versions differ. */
export function VersionDifferences({ api }: { readonly api: ApiView }) {
  const store = useDesignerStore()
  const [chosen, setChosen] = useState({ from: 0, to: api.versions.length - 1 })
  const last = api.versions.length - 1
  const from = Math.min(chosen.from, last)
  const to = Math.min(chosen.to, last)
  const [before, after] = [api.versions[from], api.versions[to]]
  const changes = useMemo(
    () => compareSchemas(before?.schema, after?.schema),
    [before?.schema, after?.schema],
  )
  const go = ({ kind, path }: SchemaChange) => {
    const version = kind === 'removed' ? before : after
    if (version) {
      const place = [...version.schemaPath, ...path]
      store.getState().select({ file: PROMISE_FILE, path: place }, 'link')
    }
  }
  return (
    <Card title="Differences" hint="between the schemas of two versions">
      <div className="mb-2.5 flex flex-wrap gap-3">
        <VersionSelect
          api={api}
          label="From"
          index={from}
          onChange={(index) => setChosen({ from: index, to })}
        />
        <VersionSelect
          api={api}
          label="To"
          index={to}
          onChange={(index) => setChosen({ from, to: index })}
        />
      </div>
      {changes.length === 0 ? (
        <p className="text-dim">
          {from === to ? 'That is one and the same version.' : 'The two versions are the same.'}
        </p>
      ) : (
        <ul aria-label="Differences" className="border-line border-t">
          {changes.slice(0, MOST).map((change) => (
            <li key={change.path.join('/')} className="border-line border-b last:border-b-0">
              <button
                type="button"
                onClick={() => go(change)}
                className="flex w-full items-baseline gap-2 py-1 text-left hover:bg-hover"
              >
                <span aria-hidden className={clsx('w-3 font-mono', TONES[change.kind])}>
                  {SIGNS[change.kind]}
                </span>
                <code className="break-all">{change.at || 'the root'}</code>
                <span className="sr-only">{WORDS[change.kind]}</span>
                <span className="min-w-0 flex-1 truncate text-dim text-sm">{words(change)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {changes.length > MOST ? (
        <p className="mt-1.5 text-faint text-sm">and {changes.length - MOST} more</p>
      ) : null}
    </Card>
  )
}

function words({ kind, keyword, before, after }: SchemaChange): string {
  if (kind !== 'changed') return ''
  if (before === undefined) return `${keyword}: ${show(after)} is new`
  if (after === undefined) return `${keyword}: ${show(before)} is gone`
  return `${keyword}: ${show(before)} → ${show(after)}`
}
