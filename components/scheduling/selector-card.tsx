'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { useUndoToast } from '@/components/designer/use-undo-toast'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Card } from '@/components/ui/section-head'
import { addSelectorLabel, removeSelector } from '@/lib/commands/destination-selectors'
import type { Path } from '@/lib/promise/path'
import { LabelRow } from './label-row'

export interface SelectorCardProps {
  readonly index: number
  readonly labels: Readonly<Record<string, string>>
  readonly path: Path
}

/** One rule: a map of labels, all of which a Destination must carry. */
export function SelectorCard({ index, labels, path }: SelectorCardProps) {
  const store = useDesignerStore()
  const tell = useUndoToast()
  const keys = Object.keys(labels)

  function add() {
    let key = 'label'
    for (let n = 2; Object.hasOwn(labels, key); n++) key = `label-${n}`
    store.getState().run(addSelectorLabel(index, key, ''))
  }
  function remove() {
    if (store.getState().run(removeSelector(index))) tell(`Removed rule ${index + 1}`)
  }
  return (
    <Card
      title={`Rule ${index + 1}`}
      hint={<code>matchLabels</code>}
      actions={
        <>
          <Button variant="ghost" size="sm" icon={<Plus size={14} aria-hidden />} onClick={add}>
            Add label
          </Button>
          <IconButton
            label={`Remove rule ${index + 1}`}
            size="sm"
            danger
            icon={<Trash2 size={14} />}
            onClick={remove}
          />
        </>
      }
    >
      {keys.length === 0 ? (
        <p className="text-dim">No label yet: this rule asks for nothing.</p>
      ) : (
        <ul aria-label={`Labels of rule ${index + 1}`}>
          {keys.map((key, place) => (
            // A key changes letter by letter while it is typed: the row must stay the same one.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={place}>
              <LabelRow
                rule={index}
                name={key}
                value={labels[key] ?? ''}
                others={keys.filter((other) => other !== key)}
                path={[...path, 'matchLabels', key]}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
