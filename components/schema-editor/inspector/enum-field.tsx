import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { Field, fieldAttributes } from '@/components/ui/field'
import { SortableList } from '@/components/ui/sortable-list'
import { moveEnumValue } from '@/lib/commands/move-enum-value'
import { removeEnumValue } from '@/lib/commands/remove-enum-value'
import { renameEnumValue } from '@/lib/commands/rename-enum-value'
import { setEnum } from '@/lib/commands/set-enum'
import { setSchemaKeyword } from '@/lib/commands/set-schema-keyword'
import { equal, show } from '@/lib/schema/misfit'
import { pastedValues } from '@/lib/schema/pasted-values'
import { readValueText, valueText } from '@/lib/schema/value-text'
import { EnumChip } from './enum-chip'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

/**
 * The only values that are accepted. Type one and press Enter, or paste many; a value is renamed by
 * Enter or a double click, moved by its handle or Alt+arrows, removed by Delete.
 */
export function EnumField({ path, schema, disabled }: SchemaFormProps): React.ReactElement {
  const id = useId()
  const field = useSchemaField(path)
  const announce = useAnnounce()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [told, setTold] = useState<string>()
  const values: readonly unknown[] = Array.isArray(schema.enum) ? schema.enum : NONE
  const says = field.says('enum')
  const error = faultOf(text, schema, values) ?? told ?? says.error

  const add = (): void => {
    const read = readValueText(text, schema)
    if (text === '' || faultOf(text, schema, values) !== undefined || !read.ok) return
    field.run(setEnum(path, [...values, read.value]))
    setText('')
  }
  const remove = (index: number): void => {
    // Without any value left, all are accepted again.
    const last = values.length === 1
    field.run(last ? setSchemaKeyword(path, 'enum', undefined) : removeEnumValue(path, index))
    announce(`${show(values[index])} removed.${last ? ' Every value is accepted.' : ''}`)
    input.current?.focus()
  }
  const paste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain')
    const found = pastedValues(pasted, schema, values)
    if (found.values.length + found.refused.length < 2) return
    event.preventDefault()
    if (found.values.length > 0) field.run(setEnum(path, [...values, ...found.values]))
    setTold(refusedWords(found.refused))
    announce(`${found.values.length} values added.`)
  }

  return (
    <Field id={id} label="Values" error={error} warning={says.warning}>
      <div
        className="control flex flex-wrap items-center gap-1.5 px-[9px] py-[3px]"
        data-invalid={error !== undefined || undefined}
        data-disabled={disabled || undefined}
      >
        <SortableList
          label="Values in their order"
          orientation="wrap"
          className="contents"
          itemClassName="max-w-full"
          items={values.map((value, index) => ({ value, index }))}
          getId={({ index }) => `${id}-${index}`}
          getLabel={({ value }) => show(value)}
          disabled={disabled}
          onMove={(from, to) => field.run(moveEnumValue(path, from, to > from ? to + 1 : to))}
          renderItem={({ value, index }) => (
            <EnumChip
              text={valueText(value, schema)}
              disabled={disabled}
              check={(next) =>
                faultOf(
                  next,
                  schema,
                  values.filter((_, i) => i !== index),
                )
              }
              onRename={(next) => {
                const read = readValueText(next, schema)
                if (read.ok) field.run(renameEnumValue(path, index, read.value))
              }}
              onRemove={() => remove(index)}
            />
          )}
        />
        <input
          ref={input}
          {...fieldAttributes(id, error, says.warning)}
          {...field.place('enum')}
          value={text}
          disabled={disabled}
          autoComplete="off"
          spellCheck={false}
          placeholder={values.length === 0 ? 'any; name the only ones' : 'add a value'}
          onChange={(event) => {
            setTold(undefined)
            setText(event.target.value)
          }}
          onBlur={add}
          onPaste={paste}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              add()
            } else if (event.key === 'Backspace' && text === '' && values.length > 0) {
              remove(values.length - 1)
            }
          }}
          className="h-[22px] min-w-20 flex-1 bg-transparent outline-none"
        />
      </div>
    </Field>
  )
}

const NONE: readonly unknown[] = []

function faultOf(
  text: string,
  schema: SchemaFormProps['schema'],
  others: readonly unknown[],
): string | undefined {
  if (text === '') return undefined
  const read = readValueText(text, schema)
  if (!read.ok) return read.reason
  return others.some((one) => equal(one, read.value))
    ? `${show(read.value)} is in the list already.`
    : undefined
}

function refusedWords(refused: readonly string[]): string | undefined {
  if (refused.length === 0) return undefined
  const shown = refused.slice(0, 3).map(show).join(', ')
  const more = refused.length > 3 ? ` and ${refused.length - 3} more` : ''
  return `Left out, since they have another type: ${shown}${more}.`
}
