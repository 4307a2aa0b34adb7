'use client'

import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { setDefault } from '@/lib/commands/set-default'
import { setDescription } from '@/lib/commands/set-description'
import { setEnum } from '@/lib/commands/set-enum'
import { PROMISE_FILE } from '@/lib/promise/files'
import { samePath } from '@/lib/promise/path'
import type { Property } from '@/lib/schema/property'
import { DefaultField } from './default-field'
import { EnumValues } from './enum-values'

export interface PropertyInspectorProps {
  readonly property: Property
  readonly disabled: boolean
}

/** Everything of a property that does not fit into its row. */
export function PropertyInspector({
  property,
  disabled,
}: PropertyInspectorProps): React.ReactElement {
  const store = useDesignerStore()
  const problems = useDesigner((state) => state.problems)
  const { path, otherKeywords } = property
  const fault = problems.find(
    (problem) =>
      problem.place.file === PROMISE_FILE && samePath(problem.place.path, [...path, 'default']),
  )
  const run = store.getState().run

  return (
    <div className="grid grid-cols-2 gap-x-[18px] gap-y-1 rounded-b-lg border border-accent-line border-t-0 bg-raised px-4 pt-3.5 pb-2 max-pane:grid-cols-1">
      {property.type === 'enum' ? (
        <EnumValues
          property={property}
          disabled={disabled}
          onChange={(values) => run(setEnum(path, values))}
        />
      ) : null}
      <DefaultField
        property={property}
        error={fault?.message}
        disabled={disabled}
        onChange={(value) => run(setDefault(path, value))}
      />
      <TextArea
        label="Description"
        className="col-span-full"
        reserve={0}
        disabled={disabled}
        placeholder="What people read in kubectl explain"
        value={property.description}
        onChange={(text) => run(setDescription(path, text))}
      />
      {otherKeywords.length > 0 ? (
        <p className="col-span-full pt-2 text-faint text-sm">
          Also in the text, and kept as it is: <code>{otherKeywords.join(', ')}</code>{' '}
          <Button
            variant="link"
            size="sm"
            onClick={() => store.getState().select({ file: PROMISE_FILE, path }, 'form')}
          >
            show
          </Button>
        </p>
      ) : null}
    </div>
  )
}
