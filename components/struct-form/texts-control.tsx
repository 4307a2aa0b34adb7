import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { addPart, removePart, setPart } from '@/lib/commands/parts'
import { Group } from './group'
import type { ControlProps } from './part-field'
import { useFocusLater } from './use-focus-later'
import { usePart } from './use-part'

/** A list of texts: the usual ones to tick where they are known, a line each for the others. */
export function TextsControl(props: ControlProps): React.ReactElement {
  const { field, struct, path, keep, value, order, frame } = props
  const { run, at, says, suggest } = usePart()
  const [box, focusLater] = useFocusLater()
  const texts = Array.isArray(value) ? value.map(String) : []
  const hints = suggest(struct, field.name).map((one) => ({ value: one, about: undefined }))
  const usual = [...field.values, ...hints]
  const isUsual = (text: string): boolean => usual.some((one) => one.value === text)
  // A line that is being written stays a line, whatever it becomes.
  const [lines, setLines] = useState<readonly number[]>([])
  const own = texts.flatMap((text, i) => (isUsual(text) && !lines.includes(i) ? [] : [i]))
  const isScript = struct === 'Container'

  function toggle(text: string): void {
    const found = texts.indexOf(text)
    setLines([])
    if (found < 0) run(addPart(path, text, order))
    else if (texts.length === 1) run(setPart(path, [], order))
    else run(removePart([...path, found], keep))
  }
  function add(): void {
    setLines([...lines, texts.length])
    if (run(addPart(path, '', order))) focusLater('[data-line]:last-of-type [data-text]', 'last')
  }

  const more = (
    <Button
      size="sm"
      variant="ghost"
      data-add
      {...(usual.length === 0 && texts.length === 0 ? at(path) : {})}
      className="self-start"
      icon={<Plus size={13} aria-hidden />}
      aria-label={`Add ${field.name}`}
      onClick={add}
    >
      {usual.length > 0 ? 'Another' : 'Add'}
    </Button>
  )

  return (
    <Group frame={frame} says={says(path)}>
      <div ref={box} className="flex flex-col gap-1.5">
        {usual.length > 0 ? (
          <div className="flex flex-wrap gap-1" {...at(path)}>
            {usual.map((one) => (
              <button
                key={one.value}
                type="button"
                title={one.about}
                aria-pressed={texts.includes(one.value)}
                onClick={() => toggle(one.value)}
                className="h-6 rounded-full border border-line2 px-2 font-mono text-dim text-sm hover:bg-hover aria-pressed:border-accent-line aria-pressed:bg-accent-bg aria-pressed:text-accent-text"
              >
                {one.value === '' ? `"" ${one.about ?? ''}` : one.value}
              </button>
            ))}
            {more}
          </div>
        ) : null}
        {own.map((i) => {
          const line = {
            label: `${field.name} ${i + 1}`,
            hideLabel: true,
            mono: true,
            reserve: 0 as const,
            className: 'flex-1',
            'data-text': true,
            ...at([...path, i]),
            ...says([...path, i]),
            value: texts[i] ?? '',
            onChange: (text: string) => void run(setPart([...path, i], text)),
          }
          return (
            <div key={i} data-line className="flex items-start gap-1">
              {isScript ? <TextArea {...line} rows={1} /> : <TextField {...line} />}
              <IconButton
                size="sm"
                className="mt-[3px]"
                label={`Remove ${field.name} ${i + 1}`}
                icon={<X size={13} aria-hidden />}
                onClick={() => {
                  setLines([])
                  if (run(removePart([...path, i], keep))) focusLater('[data-text], [data-add]')
                }}
              />
            </div>
          )
        })}
        {usual.length > 0 ? null : more}
      </div>
    </Group>
  )
}
