import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin } from '@/lib/promise/path'
import { useKeptDrafts } from '../kept-drafts'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'

export interface MoreFieldsProps extends SchemaFormProps {
  /** The keywords whose fields are in here. */
  readonly keywords: readonly string[]
  /** Those of them that the type in the row tells already, so that they need not be seen. */
  readonly told: readonly string[]
  /** What is in here, in short: "title, example, rules". */
  readonly words: string
  readonly children: React.ReactNode
}

/**
 * The rarer keywords, folded away. They come by themselves when one of them is set, has a problem or
 * is selected, and only go when the user folds them.
 */
export function MoreFields(props: MoreFieldsProps): React.ReactElement {
  const { path, schema, keywords, told, words, children } = props
  const id = useId()
  const field = useSchemaField(path)
  const chosen = useDesigner(({ place, placeFrom }) =>
    place.file === PROMISE_FILE && placeFrom !== 'form' && isWithin(place.path, path)
      ? String(place.path[path.length] ?? '')
      : '',
  )
  const wanted = keywords.filter(
    (keyword) =>
      (Object.hasOwn(schema, keyword) && !told.includes(keyword)) ||
      field.faults(keyword).errors.length > 0 ||
      keyword === chosen,
  )
  const cause = wanted.join(' ')
  const drafts = useKeptDrafts()
  const [open, setOpen] = useState(
    () => wanted.length > 0 || keywords.some((keyword) => drafts.has([...path, keyword])),
  )
  const [seen, setSeen] = useState(cause)
  if (seen !== cause) {
    setSeen(cause)
    if (wanted.some((keyword) => !seen.split(' ').includes(keyword))) setOpen(true)
  }
  return (
    <>
      <div className="col-span-full -mx-1 flex items-center">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
          className="inline-flex min-h-7 min-w-0 items-center gap-1 rounded-md px-1 text-dim hover:text-text"
        >
          <ChevronRight
            size={13}
            aria-hidden
            className={open ? 'shrink-0 rotate-90' : 'shrink-0'}
          />
          <span className="shrink-0">More:</span>
          <span className="truncate text-faint">{words}</span>
        </button>
      </div>
      {open ? (
        <div id={id} className="col-span-full grid grid-cols-subgrid gap-y-1 pt-1">
          {children}
        </div>
      ) : null}
    </>
  )
}
