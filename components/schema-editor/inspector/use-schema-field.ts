import { useMemo } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { setSchemaKeyword } from '@/lib/commands/set-schema-keyword'
import type { Command } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, type Path } from '@/lib/promise/path'
import { LOGIC_LISTS } from '@/lib/schema/walk'
import type { Problem } from '@/lib/store/analysis'
import { withoutName } from './without-name'

export interface SchemaField {
  run(command: Command): boolean
  /** `undefined` removes the keyword. */
  set(keyword: string, value: unknown): void
  /** What is wrong with a keyword, or with something in its value; '' is the schema itself. */
  faults(keyword: string): SchemaFaults
  /** The same for a field, which has room for one message of a kind. */
  says(keyword: string): { readonly error?: string; readonly warning?: string }
  /** Ties the control of a keyword to its place. */
  place(keyword: string): ReturnType<ReturnType<typeof usePlaceProps>>
}

/** Messages of problems; what is only not judged here is none. */
export interface SchemaFaults {
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

/** The keywords of the schema at `path` as fields: their problems, their places, and edits of them. */
export function useSchemaField(path: Path): SchemaField {
  const store = useDesignerStore()
  const placeOf = usePlaceProps()
  const problems = useDesigner((state) => state.problems)
  const own = useMemo(() => problemsBelow(problems, path), [problems, path])
  const faults = (keyword: string): SchemaFaults => own.get(keyword) ?? NONE
  return {
    run: (command) => store.getState().run(command),
    set: (keyword, value) => {
      store.getState().run(setSchemaKeyword(path, keyword, value))
    },
    faults,
    says: (keyword) => messagesOf(faults(keyword)),
    place: (keyword) => placeOf([...path, keyword]),
  }
}

const NONE: SchemaFaults = { errors: [], warnings: [] }
const HOLDERS = ['items', 'additionalProperties', 'properties']
const CONDITIONS: readonly string[] = [...LOGIC_LISTS, 'not']

/** The first of each kind, as a field takes them. */
function messagesOf({ errors, warnings }: SchemaFaults): ReturnType<SchemaField['says']> {
  const [error] = errors
  const [warning] = warnings
  return {
    ...(error === undefined ? {} : { error }),
    ...(warning === undefined ? {} : { warning }),
  }
}

function problemsBelow(
  problems: readonly Problem[],
  path: Path,
): ReadonlyMap<string, SchemaFaults> {
  const found = new Map<string, { errors: string[]; warnings: string[] }>()
  for (const { place, severity, message } of problems) {
    const { file, path: at } = place
    if (severity === 'info' || file !== PROMISE_FILE || !isWithin(at, path)) continue
    const keyword = String(at[path.length] ?? '')
    // What lies in other schemas is said there.
    if (HOLDERS.includes(keyword) && at.length > path.length + 1) continue
    const here = found.get(keyword) ?? { errors: [], warnings: [] }
    found.set(keyword, here)
    // Below a condition there may be another property of this name.
    const said = CONDITIONS.includes(keyword) ? message : withoutName(message, path)
    here[severity === 'error' ? 'errors' : 'warnings'].push(said)
  }
  return found
}
