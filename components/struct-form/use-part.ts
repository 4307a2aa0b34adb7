import { createContext, useContext, useMemo } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import type { Command } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, type Path, samePath, valueAt } from '@/lib/promise/path'
import type { Problem } from '@/lib/store/analysis'

/** What a form knows of the place that it is about. */
export interface FormContext {
  /** Problems in it. */
  readonly problems: readonly Problem[]
  /** Usual values of a field beyond those of the table, such as the volumes of the pipeline. */
  readonly suggest: (struct: string, field: string) => readonly string[]
}

export const PartContext = createContext<FormContext>({ problems: [], suggest: () => [] })

/** The problems of promise.yaml at `path` or below. */
export function useProblemsIn(paths: readonly Path[]): readonly Problem[] {
  const problems = useDesigner((state) => state.problems)
  return useMemo(
    () =>
      problems.filter(
        ({ place, severity }) =>
          severity !== 'info' &&
          place.file === PROMISE_FILE &&
          paths.some((path) => isWithin(place.path, path)),
      ),
    [problems, paths],
  )
}

/** What promise.yaml says at a place, as plain data. */
export function usePartValue(path: Path): unknown {
  const document = useDesigner((state) => state.reading.document)
  return valueAt(document?.value(), path)
}

export interface Part {
  run(command: Command): boolean
  /** Ties a control to a place. */
  at: ReturnType<typeof usePlaceProps>
  /** The first problem of each kind at a place; `deep`: or below. */
  says(path: Path, deep?: boolean): { readonly error?: string; readonly warning?: string }
  readonly suggest: FormContext['suggest']
}

/** What every control needs: edits, places, problems. */
export function usePart(): Part {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const { problems, suggest } = useContext(PartContext)
  return {
    run: (command) => store.getState().run(command),
    at,
    suggest,
    says(path, deep = false) {
      const own = problems.filter(({ place }) =>
        deep ? isWithin(place.path, path) : samePath(place.path, path),
      )
      const error = own.find(({ severity }) => severity === 'error')?.message
      const warning = own.find(({ severity }) => severity === 'warning')?.message
      return { ...(error !== undefined && { error }), ...(warning !== undefined && { warning }) }
    },
  }
}
