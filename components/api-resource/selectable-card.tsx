'use client'

import { X } from 'lucide-react'
import { useMemo } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { IconButton } from '@/components/ui/icon-button'
import { Card } from '@/components/ui/section-head'
import { SelectField } from '@/components/ui/select-field'
import { addSelectableField, removeSelectableField } from '@/lib/commands/selectable-fields'
import { PROMISE_FILE } from '@/lib/promise/files'
import type { ApiVersionView } from '@/lib/promise/view'
import { MAX_SELECTABLE_FIELDS, selectableChoices } from '@/lib/schema/columns'
import { hasKubernetes, KUBERNETES_FACTS, targetOf } from '@/lib/schema/target'

export interface SelectableCardProps {
  readonly version: ApiVersionView
  readonly index: number
}

/** The fields by which `kubectl get --field-selector` finds requests (kratix.md 93). */
export function SelectableCard({ version, index }: SelectableCardProps) {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const settings = useDesigner((state) => state.settings)
  const fields = version.selectableFields
  const list = [...version.path, 'selectableFields']
  const { run, select } = store.getState()
  const free = useMemo(() => {
    const taken = new Set(fields.map(({ jsonPath }) => jsonPath))
    return selectableChoices(version.schema).filter((path) => !taken.has(path))
  }, [version.schema, fields])
  const since = KUBERNETES_FACTS['selectable-fields'].kubernetes
  const why = !hasKubernetes(targetOf(settings), 'selectable-fields')
    ? `They need Kubernetes 1.${since}, and the target is older.`
    : fields.length >= MAX_SELECTABLE_FIELDS
      ? `There are ${MAX_SELECTABLE_FIELDS}, and no more are allowed.`
      : free.length === 0
        ? 'No other string, integer or boolean of spec is left.'
        : undefined

  return (
    <Card title="Selectable fields" hint={<code>kubectl get --field-selector</code>}>
      {fields.length === 0 ? (
        <p className="mb-2 text-dim">Requests can be selected by their name and namespace alone.</p>
      ) : (
        <ul aria-label="Selectable fields" className="mb-2 divide-y divide-line">
          {fields.map(({ path, jsonPath }, i) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a broken one may be there twice
              key={i}
              className="flex items-center gap-2 py-0.5"
            >
              <button
                type="button"
                {...at([...path, 'jsonPath'])}
                className="min-w-0 flex-1 break-all rounded-sm text-left font-mono text-sm"
              >
                {jsonPath || '(no path)'}
              </button>
              <IconButton
                label={`Remove selectable field ${jsonPath}`}
                icon={<X size={14} />}
                onClick={() => {
                  if (!run(removeSelectableField(index, i))) return
                  select({ file: PROMISE_FILE, path: [...list, 'new'] }, 'link')
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <SelectField
        label="Add a selectable field"
        hideLabel
        mono
        reserve={1}
        className="max-w-[420px]"
        data-place={at([...list, 'new'])['data-place']}
        aria-disabled={why !== undefined}
        help={why}
        value=""
        options={[
          { value: '', label: 'add a field…' },
          ...(why === undefined ? free : []).map((path) => ({ value: path, label: path })),
        ]}
        onChange={(path) => path !== '' && run(addSelectableField(index, path))}
      />
    </Card>
  )
}
