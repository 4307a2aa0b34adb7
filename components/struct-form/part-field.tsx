import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { FormField } from '@/lib/assist/form-fields'
import { removePart, setPart } from '@/lib/commands/parts'
import type { Path } from '@/lib/promise/path'
import { type ControlKind, controlKind, isWide } from './control-kind'
import { extraOf } from './field-table'
import { Group } from './group'
import { ItemsControl } from './items-control'
import { MapControl } from './map-control'
import { ScalarControl } from './scalar-control'
import { StructForm } from './struct-form'
import { TextsControl } from './texts-control'
import { usePart, usePartValue } from './use-part'
import { YamlControl } from './yaml-control'

/** What every control is given. */
export interface ControlProps {
  readonly kind: ControlKind
  readonly struct: string
  readonly field: FormField
  readonly path: Path
  /** The struct that stays, even empty, when its last field is removed. */
  readonly keep: Path
  readonly value: unknown
  /** The fields of the struct as they are written. */
  readonly order: readonly string[]
  readonly frame: {
    readonly label: string
    readonly className: string
    readonly reserve: 0 | 1
    readonly help?: string | undefined
    readonly aside?: React.ReactNode
    /** What holds while it is not set. */
    readonly absent?: string | undefined
  }
  readonly onSet: (value: unknown) => void
}

export interface PartFieldProps {
  readonly struct: string
  readonly field: FormField
  /** Place of the struct. */
  readonly path: Path
  readonly keep: Path
  readonly order: readonly string[]
  readonly compact: boolean
  /** It stands there although it may not be set. */
  readonly opened?: boolean
  /** Its name, and of what it is a field where that does not show. */
  readonly label?: string
  /** Called when the field is removed. */
  readonly onRemoved: () => void
}

/** One field of a struct, by the table. */
export function PartField(props: PartFieldProps): React.ReactElement {
  const { struct, field, path: holder, keep, order, compact, onRemoved } = props
  const { opened = false, label = field.name } = props
  const { run, says } = usePart()
  const path = [...holder, field.name]
  const value = usePartValue(path)
  const kind = controlKind(field, value)
  const extra = extraOf(struct, field.name)
  const wide = isWide(kind)
  const removable = !field.required && (value !== undefined || opened)
  const aside = (
    <span className="flex items-center gap-1">
      {extra.presets?.map((preset) => (
        <Button
          key={preset.label}
          size="sm"
          variant="link"
          className="-my-1"
          onClick={() => void run(setPart(path, preset.value, order))}
        >
          {preset.label}
        </Button>
      ))}
      {removable ? (
        <IconButton
          size="sm"
          className="-my-1"
          label={`Remove ${label}`}
          icon={<X size={13} aria-hidden />}
          onClick={() => {
            if (value === undefined || run(removePart(path, keep))) onRemoved()
          }}
        />
      ) : null}
    </span>
  )
  const control: ControlProps = {
    kind,
    struct,
    field,
    path,
    keep,
    value,
    order,
    onSet: (next) => void run(setPart(path, next, order)),
    frame: {
      className: wide ? 'col-span-full min-w-0' : 'min-w-0',
      reserve: compact ? 0 : 1,
      help: compact ? undefined : field.about,
      aside: removable || extra.presets ? aside : undefined,
      label,
      absent: extra.absent,
    },
  }
  return (
    <div data-field={field.name} title={compact ? field.about : undefined} className="contents">
      {kind === 'struct' ? (
        <Group frame={control.frame} says={says(path)}>
          <div className="border-line border-l-2 pl-3">
            <StructForm parts={[{ struct: field.type, path }]} keep={keep} compact={compact} />
          </div>
        </Group>
      ) : (
        <Control {...control} />
      )}
    </div>
  )
}

function Control(props: ControlProps): React.ReactElement {
  if (props.kind === 'texts') return <TextsControl {...props} />
  if (props.kind === 'map') return <MapControl {...props} />
  if (props.kind === 'items') return <ItemsControl {...props} />
  if (props.kind === 'yaml') return <YamlControl {...props} />
  return <ScalarControl {...props} />
}
