import { type Path, valueAt } from '@/lib/promise/path'

/** What is known of one place of a document: what it may hold, and what that means. */
export interface Help {
  /** What it holds, in words, e.g. `string`, `list of Container`. */
  readonly type: string
  readonly holds: 'map' | 'list' | 'scalar' | 'any'
  /** A sentence or two; `undefined` where nothing is known. */
  readonly about?: string | undefined
  /** Where this is laid down, e.g. `Kubernetes, core/v1 Volume`. */
  readonly source?: string | undefined
  /** The keys that it may have, for a map. `value` is the map as it is now, as plain data. */
  fields(value: unknown): readonly Field[]
  /** Values that it takes, or usual ones. */
  readonly values: readonly Suggestion[]
  /** What is known of the entry `step` of this place, which holds `value` now. */
  below(step: string | number, value: unknown): Help | undefined
}

export interface Field {
  readonly name: string
  readonly help: Help
  readonly required: boolean
}

/** A value to write, as plain data. */
export interface Suggestion {
  readonly value: string | number | bigint | boolean | null
  readonly about?: string | undefined
}

/** A place of which nothing is known but that it may hold anything. */
export const ANYTHING: Help = {
  type: 'anything',
  holds: 'any',
  fields: () => [],
  values: [],
  below: () => undefined,
}

/** `help` with what `more` says differently. */
export function withHelp(help: Help, more: Partial<Help>): Help {
  return { ...help, ...more }
}

/** `help` with `more` said of what lies at `steps` below it; `*` is any step. */
export function withHelpAt(help: Help, steps: readonly string[], more: Partial<Help>): Help {
  const [step, ...rest] = steps
  if (step === undefined) return withHelp(help, more)
  return withHelp(help, {
    below: (at, value) => {
      const next = help.below(at, value)
      return next && (step === '*' || step === at) ? withHelpAt(next, rest, more) : next
    },
  })
}

/** What is known of `path` in a document that means `value`, from what is known of its root. */
export function helpAt(root: Help, value: unknown, path: Path): Help | undefined {
  let help: Help | undefined = root
  for (const [i, step] of path.entries()) {
    help = help.below(step, valueAt(value, path.slice(0, i)))
    if (!help) return undefined
  }
  return help
}
