import { SelectField } from '@/components/ui/select-field'
import { formFields, isStruct } from '@/lib/assist/form-fields'
import { takeWay } from '@/lib/commands/parts'
import { type Path, valueAt } from '@/lib/promise/path'
import { type NamedWay, WAYS } from './field-table'
import { usePart } from './use-part'
import { withFields } from './way-fields'

/** What a struct says, of the several things that it may. */
export interface FoundWay {
  /** The keys that the ways stand under. */
  readonly keys: readonly string[]
  readonly now: NamedWay | undefined
  /** The key of something else that the file says, for which there is no word here. */
  readonly strange: string | undefined
}

/** The way that a struct has taken; `undefined` for a struct of one kind. */
export function wayOf(struct: string, value: unknown): FoundWay | undefined {
  const kind = WAYS[struct]
  if (!kind) return undefined
  const now = kind.ways.find(({ at }) => valueAt(value, at) !== undefined)
  const sources = formFields(struct).filter(({ type }) => isStruct(type) && type !== 'EnvVarSource')
  const keys = [...kind.ways.map(({ at }) => String(at[0])), ...sources.map(({ name }) => name)]
  const strange = now
    ? undefined
    : sources.find(({ name }) => valueAt(value, [name]) !== undefined)?.name
  return { keys, now, strange }
}

/** Chooses which of several things a struct says; the fields of the chosen one follow. */
export function WayField(props: {
  readonly struct: string
  readonly path: Path
  readonly now: NamedWay | undefined
  readonly strange: string | undefined
}): React.ReactElement {
  const { struct, path, now, strange } = props
  const { run } = usePart()
  const { label, ways } = WAYS[struct] ?? { label: '', ways: [] }
  const none = strange ?? 'choose…'
  return (
    <SelectField
      label={label}
      reserve={0}
      className="min-w-0"
      value={now?.label ?? none}
      options={[
        ...(now ? [] : [{ value: none, label: none }]),
        ...ways.map((way) => ({ value: way.label, label: way.label })),
      ]}
      onChange={(chosen) => {
        const way = ways.find((one) => one.label === chosen)
        if (!way) return
        const known = ways.map((one) => withFields(struct, one))
        run(takeWay(path, known, withFields(struct, way)))
      }}
    />
  )
}
