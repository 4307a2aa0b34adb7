import { useMemo } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import type { Command } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, type Path, pathToString } from '@/lib/promise/path'
import { VALIDATIONS } from '@/lib/schema/validations'

export interface Rules {
  run(command: Command): boolean
  /** What is wrong with one part of one rule; the first of several. */
  fault(index: number, key: string): string | undefined
  /** That the rule is not judged here, and why. */
  note(index: number): string | undefined
  /** Ties a control to its place. */
  place(index: number, key: string): ReturnType<ReturnType<typeof usePlaceProps>>
}

/** The rules of the schema at `path` with their problems. */
export function useRules(path: Path): Rules {
  const store = useDesignerStore()
  const placeOf = usePlaceProps()
  const problems = useDesigner((state) => state.problems)
  const list = useMemo(() => [...path, VALIDATIONS], [path])
  const found = useMemo(() => {
    const faults = new Map<string, string>()
    const notes = new Map<string, string>()
    for (const { place, severity, message } of problems) {
      if (place.file !== PROMISE_FILE || !isWithin(place.path, list)) continue
      const into = severity === 'info' ? notes : faults
      const key = pathToString(place.path.slice(0, list.length + 2))
      if (!into.has(key)) into.set(key, message)
    }
    return { faults, notes }
  }, [problems, list])
  const keyOf = (index: number, key: string): string => pathToString([...list, index, key])
  return {
    run: (command) => store.getState().run(command),
    fault: (index, key) => found.faults.get(keyOf(index, key)),
    note: (index) => found.notes.get(keyOf(index, 'rule')),
    place: (index, key) => placeOf([...list, index, key]),
  }
}
