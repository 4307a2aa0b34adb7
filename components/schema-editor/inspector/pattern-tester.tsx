import { Check, Minus, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { TextField } from '@/components/ui/text-field'
import type { Found } from '@/lib/schema/find-re2'
import type { Schema } from '@/lib/schema/property'

export interface PatternTesterProps {
  readonly pattern: string
  /** What stands in the field is no pattern: nothing can be tried. */
  readonly refused: boolean
  readonly schema: Schema
}

type Find = (pattern: string, text: string) => Found

/** Texts that the pattern is tried on: those that the schema names, and the user's own. */
export function PatternTester(props: PatternTesterProps): React.ReactElement {
  const { pattern, refused, schema } = props
  const [own, setOwn] = useState<readonly string[]>([])
  const [text, setText] = useState('')
  const engine = useFind()
  const find = refused ? untried : engine
  const given = givenSamples(schema)
  const add = (): void => {
    if (text !== '' && !own.includes(text)) setOwn([...own, text])
    setText('')
  }

  return (
    <section
      aria-label="Try the pattern"
      className="col-span-full mb-3 rounded-md border border-line bg-panel px-3 py-2"
    >
      <p className="text-faint text-sm">
        {refused
          ? 'The pattern above is not valid, so nothing can be tried.'
          : pattern === ''
            ? 'Without a pattern every text is accepted.'
            : 'A text is accepted when the pattern is found anywhere in it; ^ and $ tie it to the ends.'}
      </p>
      <ul className="my-1.5">
        {given.map(({ from, value }) => (
          <Sample key={`${from} ${value}`} {...{ pattern, find, from }} text={value} />
        ))}
        {own.map((value) => (
          <Sample
            key={value}
            {...{ pattern, find }}
            text={value}
            from="own"
            onRemove={() => setOwn(own.filter((one) => one !== value))}
          />
        ))}
      </ul>
      <div className="flex items-center gap-2">
        <TextField
          label="A text to try"
          hideLabel
          mono
          reserve={0}
          className="flex-1"
          placeholder="a text to try; Enter keeps it"
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              add()
            }
          }}
        />
        <span className="w-28" aria-live="polite">
          {text === '' ? null : <Verdict found={find?.(pattern, text)} />}
        </span>
      </div>
    </section>
  )
}

const untried: Find = () => ({ ok: false, reason: 'The pattern is not valid.' })

interface SampleProps {
  readonly pattern: string
  readonly text: string
  readonly find: Find | undefined
  /** Where the text comes from. */
  readonly from: string
  readonly onRemove?: () => void
}

function Sample({ pattern, text, find, from, onRemove }: SampleProps): React.ReactElement {
  const found = find?.(pattern, text)
  const range = found?.ok ? found.range : undefined
  return (
    <li className="flex min-h-6 items-center gap-2 text-sm">
      <span className="w-28 shrink-0">
        <Verdict found={found} />
      </span>
      <code className="min-w-0 flex-1 truncate">
        {range ? (
          <>
            {text.slice(0, range.from)}
            <mark className="rounded-[3px] bg-green-bg text-text">
              {text.slice(range.from, range.to)}
            </mark>
            {text.slice(range.to)}
          </>
        ) : (
          text
        )}
      </code>
      {onRemove ? (
        <IconButton
          size="sm"
          label={`Remove the sample ${text}`}
          icon={<X size={12} aria-hidden />}
          onClick={onRemove}
        />
      ) : (
        <span className="text-faint">{from}</span>
      )}
    </li>
  )
}

function Verdict({ found }: { readonly found: Found | undefined }): React.ReactElement {
  if (!found?.ok) {
    return (
      <span className="inline-flex items-center gap-1.5 text-faint text-sm">
        <Minus size={13} aria-hidden />
        {found ? 'not judged' : 'loading'}
      </span>
    )
  }
  return found.range ? (
    <span className="inline-flex items-center gap-1.5 text-green text-sm">
      <Check size={13} aria-hidden />
      accepted
    </span>
  ) : (
    <span className="inline-flex items-center gap-1.5 text-red text-sm">
      <X size={13} aria-hidden />
      refused
    </span>
  )
}

function givenSamples(schema: Schema): readonly { from: string; value: string }[] {
  const values: readonly [string, unknown][] = [
    ...(Array.isArray(schema.enum)
      ? schema.enum.map((one): [string, unknown] => ['value', one])
      : []),
    ['default', schema.default],
    ['example', schema.example],
  ]
  const seen = new Set<string>()
  return values.flatMap(([from, value]) => {
    if (typeof value !== 'string' || seen.has(value)) return []
    seen.add(value)
    return [{ from, value }]
  })
}

/** The engine, which is loaded when somebody first tries a pattern. */
function useFind(): Find | undefined {
  const [find, setFind] = useState<{ readonly run: Find }>()
  useEffect(() => {
    let here = true
    import('@/lib/schema/find-re2').then(({ findRe2 }) => {
      if (here) setFind({ run: findRe2 })
    })
    return () => {
      here = false
    }
  }, [])
  return find?.run
}
