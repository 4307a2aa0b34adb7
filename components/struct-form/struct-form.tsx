import { useState } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { type FormField, formFields, isStruct } from '@/lib/assist/form-fields'
import { setPart } from '@/lib/commands/parts'
import { isRecord, type Path, pathToString, valueAt } from '@/lib/promise/path'
import { AddField } from './add-field'
import { extraOf } from './field-table'
import { PartField } from './part-field'
import { UnknownKeys } from './unknown-keys'
import { useFocusLater } from './use-focus-later'
import { usePart } from './use-part'
import { WayField, wayOf } from './way-field'

/** A struct of the file, or some of its fields. */
export interface FormPart {
  readonly struct: string
  readonly path: Path
  /** Fields that are edited elsewhere. */
  readonly hide?: readonly string[]
  /** The fields that are offered; all when absent. Others are shown where they are set. */
  readonly offer?: readonly string[]
}

export interface StructFormProps {
  readonly parts: readonly FormPart[]
  /** The struct that stays, even empty, when its last field is removed. */
  readonly keep: Path
  /** In a row of a list: no meanings, as many fields beside each other as there is room for. */
  readonly compact?: boolean
  /** Among the fields of the form around it. */
  readonly inline?: boolean
  /** What the fields are of, in words. */
  readonly of?: string
}

interface Shown {
  readonly part: FormPart
  readonly field: FormField
}

/** A struct with so few fields shows them all. */
const FEW = 2

/**
 * The fields of one or more structs by the table of fields: those that are set, and a way to add
 * each of the others. Keys that Kratix would reject are kept and shown.
 */
export function StructForm(props: StructFormProps): React.ReactElement {
  const { parts, keep, compact = false, inline = false, of: owner } = props
  const { run } = usePart()
  const [opened, setOpened] = useState<readonly string[]>([])
  const [box, focusLater] = useFocusLater()
  const document = useDesigner((state) => state.reading.document)
  const valueIn = ({ path }: FormPart): unknown => valueAt(document?.value(), path)
  const [first] = parts
  const way = first && wayOf(first.struct, valueIn(first))
  const all = parts.flatMap((part) =>
    formFields(part.struct)
      .filter(({ name }) => !part.hide?.includes(name))
      .map((field): Shown => ({ part, field })),
  )
  // What is chosen has its fields by itself.
  const plain = all.filter(({ part, field }) => part !== first || !way?.keys.includes(field.name))
  const shown = plain.filter(
    (one) =>
      valueAt(valueIn(one.part), [one.field.name]) !== undefined ||
      one.field.required ||
      opened.includes(idOf(one)) ||
      (one.part.offer === undefined && !way && all.length <= FEW),
  )
  const offered = plain.filter(
    ({ part, field }) =>
      shown.every((one) => one.field !== field) &&
      !field.hidden &&
      (part.offer?.includes(field.name) ?? true),
  )

  function add(field: FormField): void {
    const one = offered.find((other) => other.field === field)
    if (!one) return
    const { start } = extraOf(one.part.struct, field.name)
    setOpened([...opened, idOf(one)])
    if (start !== undefined) run(setPart([...one.part.path, field.name], start, orderOf(one.part)))
    focusLater(`[data-field="${CSS.escape(field.name)}"] :is(${CONTROLS})`)
  }
  const labelOf = (name: string): string => (inline ? `${owner}.${name}` : name)
  const row = (one: Shown): React.ReactElement => (
    <PartField
      key={idOf(one)}
      struct={one.part.struct}
      field={one.field}
      path={one.part.path}
      keep={keep}
      order={orderOf(one.part)}
      compact={compact}
      opened={opened.includes(idOf(one))}
      label={labelOf(one.field.name)}
      onRemoved={() => {
        setOpened(opened.filter((id) => id !== idOf(one)))
        focusLater(':scope > * > [aria-expanded]', 'last')
      }}
    />
  )
  const names = way ? shown.filter(({ field }) => field.name === 'name') : []

  return (
    <div ref={box} data-wrap-messages className={inline ? 'contents' : compact ? ROWS : COLUMNS}>
      {names.map(row)}
      {way && first ? (
        <>
          <WayField struct={first.struct} path={first.path} now={way.now} strange={way.strange} />
          <WayFields part={first} at={way.now?.at ?? (way.strange ? [way.strange] : [])} />
        </>
      ) : null}
      {shown.filter((one) => !names.includes(one)).map(row)}
      {parts.map((part) => {
        const value = valueIn(part)
        if (!isRecord(value)) return null
        const fields = formFields(part.struct)
        const key = pathToString(part.path)
        return <UnknownKeys key={key} path={part.path} keep={keep} value={value} fields={fields} />
      })}
      <AddField
        fields={offered.map(({ field }) => field)}
        compact={compact}
        of={owner ?? String(first?.path.findLast((step) => typeof step === 'string') ?? '')}
        onAdd={add}
      />
    </div>
  )
}

const CONTROLS = 'input, select, textarea, [data-add], [aria-pressed], [aria-expanded]'
const ROWS =
  'grid grid-cols-[repeat(auto-fill,minmax(min(100%,150px),1fr))] items-start gap-x-2 gap-y-1.5'
const COLUMNS = 'grid grid-cols-2 gap-x-[18px] gap-y-2 max-pane:grid-cols-1'

const idOf = ({ part, field }: Shown): string => pathToString([...part.path, field.name])
const orderOf = ({ struct }: FormPart): readonly string[] =>
  formFields(struct).map(({ name }) => name)

/** The fields of what a struct has chosen to say. */
function WayFields({ part, at }: { readonly part: FormPart; readonly at: Path }) {
  const [key, below] = at
  const field = formFields(part.struct).find(({ name }) => name === key)
  if (!field) return null
  const inner =
    below === undefined ? field : formFields(field.type).find(({ name }) => name === below)
  if (!inner) return null
  const path = [...part.path, ...at]
  if (isStruct(inner.type)) {
    return (
      <StructForm
        parts={[{ struct: inner.type, path }]}
        keep={path}
        compact
        inline
        of={inner.name}
      />
    )
  }
  return (
    <PartField
      struct={part.struct}
      field={{ ...inner, required: true }}
      path={path.slice(0, -1)}
      keep={part.path}
      order={orderOf(part)}
      compact
      onRemoved={() => undefined}
    />
  )
}
