'use client'

import { MoveRight, Plus, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Scalar } from '@/lib/render/types'
import { ScalarField } from './scalar-field'

type Pair = { readonly when: Scalar; readonly give: Scalar }

export interface MappingEditorProps {
  /** The value that is mapped, for the labels. */
  readonly name: string
  /** `undefined` = the value as it is. */
  readonly map: readonly Pair[] | undefined
  /** Values that the API allows: what a new mapping begins with. */
  readonly allowed: readonly Scalar[]
  readonly disabled: boolean
  readonly onChange: (map: readonly Pair[] | undefined) => void
}

/** What each allowed value becomes; whatever is not listed is refused with the list. */
export function MappingEditor(props: MappingEditorProps): React.ReactElement {
  const { name, map, allowed, disabled, onChange } = props
  if (!map) {
    return (
      <span className="flex h-[30px] items-center gap-2 text-faint">
        as it is
        <Button
          size="sm"
          variant="link"
          disabled={disabled}
          aria-label={`Map the values of ${name}`}
          onClick={(event) => {
            const row = event.currentTarget.closest('[data-value-row]')
            onChange(
              allowed.length > 0
                ? allowed.map((when) => ({ when, give: when }))
                : [{ when: '', give: '' }],
            )
            // The button is gone then; what is asked for next is in its place.
            requestAnimationFrame(() =>
              row
                ?.querySelector<HTMLElement>(allowed.length > 0 ? '[data-give]' : 'li input')
                ?.focus(),
            )
          }}
        >
          map
        </Button>
      </span>
    )
  }
  const set = (index: number, change: Partial<Pair>): void =>
    onChange(map.map((pair, i) => (i === index ? { ...pair, ...change } : pair)))
  const missing = allowed.filter((value) => !map.some((pair) => pair.when === value))
  return (
    <ul aria-label={`Mapping of ${name}`} className="flex min-w-0 flex-col gap-1">
      {map.map((pair, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pair is known by its place while it is typed
        <li key={index} className="flex items-center gap-1.5">
          <ScalarField
            label={`Value ${index + 1} of ${name}`}
            hideLabel
            className="w-28 min-w-0"
            disabled={disabled}
            scalar={pair.when}
            onScalar={(when) => set(index, { when: when ?? '' })}
          />
          <MoveRight size={13} aria-hidden className="shrink-0 text-faint" />
          <ScalarField
            label={`What ${String(pair.when) || 'the value'} becomes`}
            data-give
            hideLabel
            className="w-28 min-w-0"
            disabled={disabled}
            scalar={pair.give}
            onScalar={(give) => set(index, { give: give ?? '' })}
          />
          <IconButton
            size="sm"
            disabled={disabled}
            label={`Remove ${String(pair.when)} from the mapping of ${name}`}
            icon={<Trash2 size={13} aria-hidden />}
            onClick={() => {
              const left = map.filter((_, i) => i !== index)
              onChange(left.length > 0 ? left : undefined)
            }}
          />
        </li>
      ))}
      <li>
        <Button
          size="sm"
          variant="link"
          disabled={disabled}
          icon={<Plus size={13} aria-hidden />}
          aria-label={`Add a value to the mapping of ${name}`}
          onClick={() => onChange([...map, { when: missing[0] ?? '', give: missing[0] ?? '' }])}
        >
          {missing.length > 0 ? `value (${missing.map(String).join(', ')})` : 'value'}
        </Button>
      </li>
    </ul>
  )
}
