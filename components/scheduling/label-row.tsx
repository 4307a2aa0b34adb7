'use client'

import { X } from 'lucide-react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { DraftField } from '@/components/ui/draft-field'
import { IconButton } from '@/components/ui/icon-button'
import {
  removeSelectorLabel,
  renameSelectorLabel,
  setSelectorLabel,
} from '@/lib/commands/destination-selectors'
import { checkLabelKey, checkLabelValue } from '@/lib/promise/names'
import type { Path } from '@/lib/promise/path'

export interface LabelRowProps {
  readonly rule: number
  readonly name: string
  readonly value: string
  /** The other keys of the rule, which this one must not become. */
  readonly others: readonly string[]
  readonly path: Path
}

/** A label that a Destination must carry. */
export function LabelRow({ rule, name, value, others, path }: LabelRowProps) {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const { run } = store.getState()
  return (
    <div className="flex items-start gap-2">
      <DraftField
        label="Label"
        className="flex-1"
        mono
        {...at(path)}
        value={name}
        check={(text) =>
          others.includes(text) ? `The rule has the label "${text}" already.` : checkLabelKey(text)
        }
        onCommit={(text) => run(renameSelectorLabel(rule, name, text))}
      />
      <span aria-hidden className="mt-[26px] text-faint">
        =
      </span>
      <DraftField
        label="Value"
        className="flex-1"
        mono
        value={value}
        onFocus={at(path).onFocus}
        check={(text) => checkLabelValue(text)}
        onCommit={(text) => run(setSelectorLabel(rule, name, text))}
      />
      <IconButton
        label={`Remove label ${name}`}
        icon={<X size={14} />}
        className="mt-5"
        onClick={() => run(removeSelectorLabel(rule, name))}
      />
    </div>
  )
}
