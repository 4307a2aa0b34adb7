import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DraftField } from '@/components/ui/draft-field'
import { IconButton } from '@/components/ui/icon-button'
import { TextField } from '@/components/ui/text-field'
import { removePart, renamePart, setPart } from '@/lib/commands/parts'
import { isRecord } from '@/lib/promise/path'
import { Group } from './group'
import { meaningOfLine, reasonAgainst, valueOfLine } from './line-text'
import type { ControlProps } from './part-field'
import { useFocusLater } from './use-focus-later'
import { usePart } from './use-part'

/** Keys with a text or an amount each. A new one is written once its key is. */
export function MapControl(props: ControlProps): React.ReactElement {
  const { field, struct, path, keep, value, order, frame } = props
  const { run, at, says, suggest } = usePart()
  const [box, focusLater] = useFocusLater()
  const list = useId()
  const [key, setKey] = useState('')
  const [text, setText] = useState('')
  const entries = isRecord(value) ? Object.entries(value) : []
  const taken = entries.map(([name]) => name)
  const usual = [...suggest(struct, field.name), ...field.values.map((one) => one.value)].filter(
    (one) => !taken.includes(one),
  )
  const twice = taken.includes(key)
  const kind = field.type === '{}quantity' ? 'quantity' : 'text'
  const odd = reasonAgainst(text, '', kind)
  const fresh = valueOfLine(text, kind)
  const ready = key !== '' && !twice && odd === undefined && fresh !== undefined

  function add(): void {
    if (!ready) return
    const command =
      value === undefined || value === null
        ? setPart(path, { [key]: fresh }, order)
        : setPart([...path, key], fresh)
    if (!run(command)) return
    setKey('')
    setText('')
    focusLater('[data-new-key]')
  }
  const onEnter = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }

  return (
    <Group frame={frame} says={says(path)}>
      <div ref={box} className="flex flex-col gap-1.5">
        {entries.map(([name, one], i) => {
          const place = [...path, name]
          const now = one === null ? '' : String(one)
          return (
            // The key changes letter by letter while it is typed: the row must stay the same one.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <div key={i} className="flex items-start gap-1.5">
              <DraftField
                label={`Key ${i + 1} of ${field.name}`}
                hideLabel
                mono
                reserve={0}
                list={list}
                className="flex-1"
                {...at(place)}
                {...says(place)}
                value={name}
                check={(next) =>
                  next === ''
                    ? 'The key is missing.'
                    : next !== name && taken.includes(next)
                      ? `There is a "${next}" already.`
                      : undefined
                }
                onCommit={(next) => void run(renamePart(place, next))}
              />
              <DraftField
                label={`Value of ${name}`}
                hideLabel
                mono
                reserve={0}
                className="flex-1"
                onFocus={at(place).onFocus}
                value={now}
                check={(next) => reasonAgainst(next, now, kind)}
                means={(next) => meaningOfLine(next, kind)}
                onCommit={(next) => void run(setPart(place, valueOfLine(next, kind) ?? null))}
              />
              <IconButton
                size="sm"
                className="mt-[3px]"
                label={`Remove ${name}`}
                icon={<X size={13} aria-hidden />}
                onClick={() => {
                  if (run(removePart(place, keep))) focusLater('[data-new-key]')
                }}
              />
            </div>
          )
        })}
        <div className="flex items-start gap-1.5">
          <TextField
            label={`New key of ${field.name}`}
            hideLabel
            mono
            reserve={0}
            list={list}
            className="flex-1"
            placeholder="key"
            data-new-key
            {...(entries.length === 0 ? at(path) : {})}
            error={twice ? `There is a "${key}" already.` : undefined}
            value={key}
            onChange={setKey}
            onKeyDown={onEnter}
          />
          <TextField
            label={`New value of ${field.name}`}
            hideLabel
            mono
            reserve={0}
            className="flex-1"
            placeholder={kind === 'quantity' ? '100m, 256Mi' : 'value'}
            error={odd}
            value={text}
            onChange={setText}
            onKeyDown={onEnter}
          />
          <Button
            size="sm"
            className="mt-[3px] px-1"
            aria-label={`Add to ${field.name}`}
            disabled={!ready}
            icon={<Plus size={13} aria-hidden />}
            onClick={add}
          />
        </div>
        <datalist id={list}>
          {usual.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
    </Group>
  )
}
