import { useId } from 'react'
import { DraftField } from '@/components/ui/draft-field'
import { SelectField } from '@/components/ui/select-field'
import { parseQuantity } from '@/lib/promise/quantity'
import { show } from '@/lib/schema/misfit'
import { parseDefault } from '@/lib/schema/parse-default'
import type { ControlProps } from './part-field'
import { usePart } from './use-part'

/** A field that holds one text, number, amount or truth. */
export function ScalarControl(props: ControlProps): React.ReactElement {
  return props.kind === 'choice' || props.kind === 'boolean' ? (
    <Choice {...props} />
  ) : (
    <Line {...props} />
  )
}

function Choice({ field, struct, path, value, frame, onSet, kind }: ControlProps) {
  const part = usePart()
  const known =
    kind === 'boolean'
      ? [{ value: 'true' }, { value: 'false' }]
      : field.values.filter((one) => one.value !== '')
  const now = value === undefined || value === null ? '' : String(value)
  const strange = now !== '' && known.every((one) => one.value !== now)
  const absent = frame.absent ? `not set: ${frame.absent}` : 'not set'
  return (
    <SelectField
      label={frame.label}
      reserve={frame.reserve}
      className={frame.className}
      aside={frame.aside}
      help={frame.help}
      mono={now !== ''}
      {...part.at(path)}
      {...part.says(path, true)}
      value={now}
      options={[
        ...(now === '' ? [{ value: '', label: absent }] : []),
        ...known.map((one) => ({
          value: one.value,
          label: 'about' in one && one.about ? `${one.value}: ${one.about}` : one.value,
        })),
        ...(strange ? [{ value: now, label: now }] : []),
      ]}
      title={struct}
      onChange={(next) => onSet(kind === 'boolean' ? next === 'true' : next)}
    />
  )
}

function Line({ field, struct, path, value, frame, onSet, kind }: ControlProps) {
  const part = usePart()
  const list = useId()
  const usual = [
    ...new Set([...part.suggest(struct, field.name), ...field.values.map((one) => one.value)]),
  ].filter((one) => one !== '')
  return (
    <>
      <DraftField
        label={frame.label}
        mono
        reserve={frame.reserve}
        className={frame.className}
        aside={frame.aside}
        help={frame.help}
        placeholder={frame.absent}
        {...(usual.length > 0 && { list })}
        {...part.at(path)}
        {...part.says(path, true)}
        value={value === undefined || value === null ? '' : String(value)}
        check={(text) => reasonAgainst(text, kind)}
        means={(text) => (kind === 'text' ? text : text.trim())}
        onCommit={(text) => onSet(kind === 'integer' ? Number(text) : text)}
      />
      {usual.length > 0 ? (
        <datalist id={list}>
          {usual.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </>
  )
}

/** Why a text is no value of the field. */
function reasonAgainst(text: string, kind: ControlProps['kind']): string | undefined {
  if (kind === 'integer') {
    if (text.trim() === '') return undefined
    const read = parseDefault(text, 'integer')
    return read.ok ? undefined : read.reason
  }
  if (kind === 'quantity' && text !== '' && parseQuantity(text) === undefined) {
    return `${show(text)} is no amount such as 100m, 0.5 or 256Mi.`
  }
  return undefined
}
