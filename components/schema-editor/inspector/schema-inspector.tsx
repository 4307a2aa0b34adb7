import { useState } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { Dot } from '@/components/ui/dot'
import { Segmented } from '@/components/ui/segmented'
import { SelectField } from '@/components/ui/select-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, pathToString } from '@/lib/promise/path'
import { levelOf, type SchemaLevel, schemaLevels } from '@/lib/schema/levels'
import type { Problem } from '@/lib/store/analysis'
import { SchemaFields } from './schema-fields'
import type { SchemaFormProps } from './schema-form'

/** More of them do not stand side by side. */
const SIDE_BY_SIDE = 3

/** All that a schema can carry; of a list or a map also what its items or values can. */
export function SchemaInspector({ path, schema, disabled }: SchemaFormProps): React.ReactElement {
  const levels = schemaLevels(schema, path)
  const place = useDesigner((state) => state.place)
  const problems = useDesigner((state) => state.problems)
  const faulty = faultyLevels(levels, problems)
  const [chosen, setChosen] = useState(() => levelOf(levels, place.path))
  // A place that was selected elsewhere opens the level that it is about.
  const [seen, setSeen] = useState(place)
  if (seen !== place) {
    setSeen(place)
    if (
      place.file === PROMISE_FILE &&
      isWithin(place.path, path) &&
      place.path.length > path.length
    )
      setChosen(levelOf(levels, place.path))
  }
  const index = Math.min(chosen, levels.length - 1)
  const level = levels[index]
  if (!level) throw new RangeError('a schema has one level at least')
  const options = levels.map(({ label }, i) => ({
    value: String(i),
    label: faulty[i] ? `${label} (problems)` : label,
  }))
  const onChange = (value: string): void => setChosen(Number(value))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only stops what fields send up
    <div
      data-wrap-messages
      // In a field Alt+arrow is the field's own: it opens a select, and moves no property.
      onKeyDown={(event) => {
        if (event.altKey) event.stopPropagation()
      }}
      className="grid grid-cols-2 gap-x-[18px] gap-y-1 rounded-b-lg border border-accent-line border-t-0 bg-raised px-4 pt-3.5 pb-2 max-pane:grid-cols-1"
    >
      {levels.length > 1 ? (
        <div className="col-span-full mb-2">
          {levels.length <= SIDE_BY_SIDE ? (
            <Segmented
              label="What these fields are about"
              size="sm"
              options={levels.map(({ label }, i) => ({
                value: String(i),
                label: (
                  <>
                    {label}
                    {faulty[i] ? <Dot tone={faulty[i]} label="with problems" /> : null}
                  </>
                ),
              }))}
              value={String(index)}
              onChange={onChange}
            />
          ) : (
            <SelectField
              label="What these fields are about"
              hideLabel
              reserve={0}
              options={options}
              value={String(index)}
              onChange={onChange}
            />
          )}
        </div>
      ) : null}
      <SchemaFields
        key={pathToString(level.path)}
        path={level.path}
        schema={level.schema}
        disabled={disabled}
      />
    </div>
  )
}

/** For each level the colour of its worst problem; children of objects have rows of theirs. */
function faultyLevels(
  levels: readonly SchemaLevel[],
  problems: readonly Problem[],
): readonly ('red' | 'amber' | undefined)[] {
  return levels.map(({ path }, i) => {
    const holds = levels[i + 1]?.path.at(-1) ?? 'properties'
    const here = problems.filter(
      ({ place, severity }) =>
        severity !== 'info' &&
        place.file === PROMISE_FILE &&
        isWithin(place.path, path) &&
        !(place.path[path.length] === holds && place.path.length > path.length + 1),
    )
    if (here.some(({ severity }) => severity === 'error')) return 'red'
    return here.length > 0 ? 'amber' : undefined
  })
}
