import { useId } from 'react'
import { DraftField } from '@/components/ui/draft-field'
import { SelectField } from '@/components/ui/select-field'
import { removePart } from '@/lib/commands/parts'
import { meaningOfLine, reasonAgainst, valueOfLine } from './line-text'
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

function Line({ field, struct, path, keep, value, frame, onSet, kind }: ControlProps) {
  const part = usePart()
  const list = useId()
  const usual = [
    ...new Set([...part.suggest(struct, field.name), ...field.values.map((one) => one.value)]),
  ].filter((one) => one !== '')
  const now = value === undefined || value === null ? '' : String(value)

  function commit(text: string): void {
    const next = valueOfLine(text, kind)
    if (next === undefined) part.run(removePart(path, keep))
    else onSet(next)
  }

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
        value={now}
        check={(text) => reasonAgainst(text, now, kind)}
        means={(text) => meaningOfLine(text, kind)}
        onCommit={commit}
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
