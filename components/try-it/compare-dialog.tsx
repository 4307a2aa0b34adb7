'use client'

import clsx from 'clsx'
import { Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { DiffEditor } from '@/components/code-editor'
import { useReadOnly } from '@/components/designer/use-designer'
import { Badge } from '@/components/ui/badge'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { compareRuns, type PartChange } from '@/lib/tryout/compare'
import type { Run } from '@/lib/tryout/types'
import { useTryout, useTryoutStore } from './use-tryout'

export interface CompareDialogProps {
  /** The run of now, which one compares with most. */
  readonly run: Run
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

const NOW = 'now'
const TONES = { added: 'green', removed: 'red', changed: 'accent' } as const

/** Two runs side by side: the object, the files, the status and where files go. */
export function CompareDialog(props: CompareDialogProps): React.ReactElement {
  return (
    <Dialog
      size="lg"
      open={props.open}
      onOpenChange={props.onOpenChange}
      title="Compare runs"
      description="Kept runs stay as they were while the request or the design changes."
    >
      {props.open ? <Comparison run={props.run} /> : null}
    </Dialog>
  )
}

function Comparison({ run }: { readonly run: Run }): React.ReactElement {
  const store = useTryoutStore()
  const readOnly = useReadOnly()
  const kept = useTryout((state) => state.runs)
  const [ends, setEnds] = useState({ before: kept[0]?.id ?? NOW, after: NOW })
  const [path, setPath] = useState<string>()
  const [before, after] = [ends.before, ends.after].map(
    (id) => kept.find((one) => one.id === id)?.run ?? run,
  )
  const changes = useMemo(
    () => (before && after ? compareRuns(before, after) : []),
    [before, after],
  )
  const shown = changes.find((change) => change.path === path) ?? changes[0]
  const options = [
    { value: NOW, label: 'The run of now' },
    ...kept.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const chosen = kept.find(({ id }) => id === ends.before)
  return (
    <div className="pb-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <SelectField
          label="From"
          reserve={0}
          className="w-60"
          value={ends.before}
          options={options}
          onChange={(id) => setEnds({ ...ends, before: id })}
        />
        <SelectField
          label="To"
          reserve={0}
          className="w-60"
          value={ends.after}
          options={options}
          onChange={(id) => setEnds({ ...ends, after: id })}
        />
        {chosen ? (
          <div className="flex items-end gap-1">
            <TextField
              label="Name of the kept run"
              reserve={0}
              className="w-52"
              disabled={readOnly}
              value={chosen.name}
              onChange={(name) => store.getState().rename(chosen.id, name)}
            />
            <IconButton
              label={`Forget ${chosen.name}`}
              disabled={readOnly}
              icon={<Trash2 size={14} aria-hidden />}
              onClick={() => {
                store.getState().forget(chosen.id)
                setEnds({ ...ends, before: NOW })
              }}
            />
          </div>
        ) : null}
      </div>
      {changes.length === 0 ? (
        <p role="status" className="py-4 text-dim">
          {kept.length === 0 ? 'No run is kept.' : 'These two runs are alike.'}
        </p>
      ) : (
        <>
          <ul aria-label="Differences" className="my-3 flex flex-wrap gap-1.5">
            {changes.map((change) => (
              <li key={change.path}>
                <Part
                  change={change}
                  current={change === shown}
                  onShow={() => setPath(change.path)}
                />
              </li>
            ))}
          </ul>
          {shown ? (
            <div className="h-[46dvh] overflow-hidden rounded-lg border border-line bg-code">
              <DiffEditor
                path={`compare/${shown.path}`}
                original={shown.before}
                modified={shown.after}
                label={`Difference of ${shown.path}`}
              />
            </div>
          ) : null}
        </>
      )}
    </div>
  )
}

interface PartProps {
  readonly change: PartChange
  readonly current: boolean
  readonly onShow: () => void
}

function Part({ change, current, onShow }: PartProps): React.ReactElement {
  return (
    <button
      type="button"
      aria-pressed={current}
      onClick={onShow}
      className={clsx(
        'flex min-h-7 items-center gap-1.5 rounded-md border px-2 font-mono text-sm',
        current ? 'border-accent bg-accent-bg' : 'border-line2 hover:bg-hover',
      )}
    >
      {change.path}
      <Badge tone={TONES[change.kind]} className="font-sans">
        {change.kind}
      </Badge>
    </button>
  )
}
