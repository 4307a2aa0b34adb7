import { useMemo } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { setSchemaKeyword } from '@/lib/commands/set-schema-keyword'
import type { Command } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, type Path } from '@/lib/promise/path'
import type { Problem } from '@/lib/store/analysis'

export interface SchemaField {
  run(command: Command): boolean
  /** `undefined` removes the keyword. */
  set(keyword: string, value: unknown): void
  /** What is wrong with a keyword, or with something in its value, the worst first; '' is the schema. */
  faults(keyword: string): readonly string[]
  /** The first of these. */
  fault(keyword: string): string | undefined
  /** Ties the control of a keyword to its place. */
  place(keyword: string): ReturnType<ReturnType<typeof usePlaceProps>>
}

/** The keywords of the schema at `path` as fields: their problems, their places, and edits of them. */
export function useSchemaField(path: Path): SchemaField {
  const store = useDesignerStore()
  const placeOf = usePlaceProps()
  const problems = useDesigner((state) => state.problems)
  const own = useMemo(() => problemsBelow(problems, path), [problems, path])
  const faults = (keyword: string): readonly string[] => own.get(keyword) ?? NONE
  return {
    run: (command) => store.getState().run(command),
    set: (keyword, value) => {
      store.getState().run(setSchemaKeyword(path, keyword, value))
    },
    faults,
    fault: (keyword) => faults(keyword)[0],
    place: (keyword) => placeOf([...path, keyword]),
  }
}

const NONE: readonly string[] = []
const HOLDERS = ['items', 'additionalProperties', 'properties']

/** Messages by keyword; what is only not judged here is no fault. */
function problemsBelow(
  problems: readonly Problem[],
  path: Path,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const severity of ['error', 'warning']) {
    for (const problem of problems) {
      const { file, path: at } = problem.place
      if (problem.severity !== severity || file !== PROMISE_FILE || !isWithin(at, path)) continue
      const keyword = String(at[path.length] ?? '')
      // What lies in other schemas is said there.
      if (HOLDERS.includes(keyword) && at.length > path.length + 1) continue
      found.set(keyword, [...(found.get(keyword) ?? []), problem.message])
    }
  }
  return found
}
