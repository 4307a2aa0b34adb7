'use client'

import { Plus, RotateCcw, Trash2 } from 'lucide-react'
import { useReadOnly } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { DraftField } from '@/components/ui/draft-field'
import { IconButton } from '@/components/ui/icon-button'
import { Card } from '@/components/ui/section-head'
import { SelectField } from '@/components/ui/select-field'
import { Switch } from '@/components/ui/switch'
import { checkDnsLabel } from '@/lib/promise/names'
import { type Destination, FILE_MODES, type Run } from '@/lib/tryout/types'
import { editDestinations, shownDestinations, withAnother, withChange } from './destination-edits'
import { labelsText, readLabels } from './destination-labels'
import type { ShownFile } from './file-viewer'
import { Landings } from './landings'
import { useTryout, useTryoutStore } from './use-tryout'

export interface DestinationsCardProps {
  readonly run: Run
  readonly onShow: (file: ShownFile) => void
}

/** The Destinations that the user invents, and what lands on them. */
export function DestinationsCard({ run, onShow }: DestinationsCardProps): React.ReactElement {
  const store = useTryoutStore()
  const readOnly = useReadOnly()
  const isOwn = useTryout((state) => state.destinations !== undefined)
  const destinations = useTryout((state) => shownDestinations(state, run))
  const edit = (what: (now: readonly Destination[]) => readonly Destination[]) =>
    editDestinations(store, run, what)
  const change = (index: number, next: Partial<Destination>) =>
    edit((now) => withChange(now, index, next))
  return (
    <Card
      title="Destinations"
      actions={
        <>
          {isOwn ? (
            <Button
              size="sm"
              variant="ghost"
              disabled={readOnly}
              icon={<RotateCcw size={14} aria-hidden />}
              onClick={() => store.getState().place(undefined)}
            >
              As the selectors ask
            </Button>
          ) : null}
          <Button
            size="sm"
            variant="ghost"
            disabled={readOnly}
            icon={<Plus size={14} aria-hidden />}
            onClick={() => edit(withAnother)}
          >
            Add a Destination
          </Button>
        </>
      }
    >
      <p className="mb-2 text-dim">
        Invented here, so that you see which files would go where.
        {isOwn ? '' : ' There is one for each set of labels that is asked for.'}
      </p>
      {destinations.length === 0 ? (
        <p className="mb-2 text-dim">No Destination: everything stays pending.</p>
      ) : null}
      <ul aria-label="Invented Destinations">
        {destinations.map((one, index) => (
          // A name changes letter by letter while it is typed: the row must stay the same one.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className="mb-1 flex flex-wrap items-start gap-x-2">
            <DraftField
              label={`Name of Destination ${index + 1}`}
              hideLabel={index > 0}
              className="w-32"
              mono
              disabled={readOnly}
              value={one.name}
              check={(name) =>
                destinations.some((other, i) => i !== index && other.name === name)
                  ? `There is a Destination "${name}" already.`
                  : checkDnsLabel(name)
              }
              onCommit={(name) => change(index, { name })}
            />
            <DraftField
              label={`Labels of ${one.name}`}
              hideLabel={index > 0}
              className="min-w-40 flex-1"
              mono
              disabled={readOnly}
              value={labelsText(one.labels)}
              placeholder="environment=dev, zone=eu"
              check={(text) => {
                const read = readLabels(text)
                return read.ok ? undefined : read.reason
              }}
              means={(text) => {
                const read = readLabels(text)
                return read.ok ? labelsText(read.labels) : text
              }}
              onCommit={(text) => {
                const read = readLabels(text)
                if (read.ok) change(index, { labels: read.labels })
              }}
            />
            <SelectField
              label={`Files of ${one.name}`}
              hideLabel={index > 0}
              className="w-44"
              mono
              disabled={readOnly}
              value={one.mode}
              options={FILE_MODES.map((mode) => ({ value: mode, label: mode }))}
              onChange={(mode) => change(index, { mode })}
            />
            <div className={`flex items-center gap-2 ${index > 0 ? '' : 'pt-5'}`}>
              <Switch
                label="strict"
                className="pt-1"
                disabled={readOnly}
                checked={one.strictMatchLabels}
                onChange={(strictMatchLabels) => change(index, { strictMatchLabels })}
              />
              <IconButton
                label={`Remove ${one.name}`}
                disabled={readOnly}
                icon={<Trash2 size={14} aria-hidden />}
                onClick={() => edit((now) => now.filter((_, i) => i !== index))}
              />
            </div>
          </li>
        ))}
      </ul>
      <Landings run={run} onShow={onShow} />
    </Card>
  )
}
