import { Plus } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import type { FormField } from '@/lib/assist/form-fields'

export interface AddFieldProps {
  /** What is not set yet. */
  readonly fields: readonly FormField[]
  /** In a row of a list there is little room. */
  readonly compact: boolean
  /** What the fields are of, for the name of the button. */
  readonly of: string
  readonly onAdd: (field: FormField) => void
}

/** More of them are easier to find by a word. */
const MANY = 5

/** The fields that are not set, each with what it means; typing finds one. */
export function AddField({ fields, compact, of: owner, onAdd }: AddFieldProps) {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  if (fields.length === 0) return null
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = fields.filter(({ name, about }) =>
    words.every((word) => `${name} ${about}`.toLowerCase().includes(word)),
  )
  const searchable = fields.length > MANY

  function close(): void {
    setOpen(false)
    setQuery('')
  }
  function add(field: FormField): void {
    close()
    onAdd(field)
  }
  function onKeyDown(event: React.KeyboardEvent): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement)
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
      opener.current?.focus()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (event.altKey) return
      event.preventDefault()
      const to = here + (event.key === 'ArrowDown' ? 1 : -1)
      buttons[Math.max(0, Math.min(to, buttons.length - 1))]?.focus()
    } else if (event.key === 'Enter' && here < 0 && found[0]) {
      event.preventDefault()
      add(found[0])
    }
  }

  return (
    <div className={open || !compact ? 'col-span-full' : 'self-end'}>
      <Button
        ref={opener}
        size="sm"
        variant={compact ? 'ghost' : 'secondary'}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={`Add a field of ${owner}`}
        icon={<Plus size={13} aria-hidden />}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {compact ? 'More' : 'Add a field'}
      </Button>
      {open ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: only hears what its buttons send up
        <div
          id={id}
          onKeyDown={onKeyDown}
          className="mt-1.5 rounded-lg border border-line2 bg-raised p-1.5"
        >
          {searchable ? (
            <TextField
              label={`Find a field of ${owner}`}
              hideLabel
              reserve={0}
              autoFocus
              className="mb-1"
              placeholder="Find by name or meaning"
              value={query}
              onChange={setQuery}
            />
          ) : null}
          <ul
            ref={list}
            aria-label={`Fields of ${owner} that are not set`}
            className="max-h-72 overflow-y-auto"
          >
            {found.map((field) => (
              <li key={field.name}>
                <button
                  type="button"
                  onClick={() => add(field)}
                  className="flex min-h-7 w-full flex-wrap items-baseline gap-x-2 rounded-[5px] px-1.5 py-1 text-left hover:bg-hover"
                >
                  <span className="font-mono text-sm">{field.name}</span>
                  <span className="min-w-0 flex-1 basis-48 text-faint text-sm">{field.about}</span>
                </button>
              </li>
            ))}
          </ul>
          {found.length === 0 ? (
            <p className="px-1.5 py-1 text-dim">
              No field of that name. Any other would be refused by Kratix.
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
