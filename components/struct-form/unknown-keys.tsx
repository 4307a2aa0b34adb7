import { Button } from '@/components/ui/button'
import type { FormField } from '@/lib/assist/form-fields'
import { removePart, renamePart } from '@/lib/commands/parts'
import type { Path } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import { usePart } from './use-part'

export interface UnknownKeysProps {
  /** Place of the struct. */
  readonly path: Path
  readonly keep: Path
  readonly value: Readonly<Record<string, unknown>>
  readonly fields: readonly FormField[]
}

/** Keys that Kratix does not decode (kratix.md 3.1): kept in the file, and shown with the way out. */
export function UnknownKeys({ path, keep, value, fields }: UnknownKeysProps) {
  const { run, at } = usePart()
  const unknown = Object.keys(value).filter((key) => fields.every(({ name }) => name !== key))
  if (unknown.length === 0) return null
  return (
    <ul aria-label="Keys that Kratix rejects" className="col-span-full flex flex-col gap-1">
      {unknown.map((key) => {
        const place = [...path, key]
        const meant = fields.find(({ name }) => name.toLowerCase() === key.toLowerCase())
        const free = meant && !Object.hasOwn(value, meant.name)
        return (
          <li
            key={key}
            className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-red-line bg-red-bg px-2 py-1 text-sm"
          >
            <code className="text-red">{key}</code>
            <code className="min-w-0 flex-1 truncate">{show(value[key])}</code>
            <span>
              {meant
                ? `It is written ${meant.name}.`
                : 'Kratix rejects a key that it does not know.'}
            </span>
            {free ? (
              <Button
                size="sm"
                {...at(place)}
                onClick={() => void run(renamePart(place, meant.name))}
              >
                Write {meant.name}
              </Button>
            ) : null}
            <Button
              size="sm"
              variant="danger"
              {...(free ? {} : at(place))}
              aria-label={`Remove ${key}`}
              onClick={() => void run(removePart(place, keep))}
            >
              Remove
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
