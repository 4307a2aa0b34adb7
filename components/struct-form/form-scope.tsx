import { type ReactNode, useMemo } from 'react'
import type { Path } from '@/lib/promise/path'
import { pathFromString, pathToString } from '@/lib/promise/path'
import { type FormContext, PartContext, useProblemsIn } from './use-part'

export interface FormScopeProps {
  /** The places that the forms inside are about. */
  readonly paths: readonly Path[]
  readonly suggest?: FormContext['suggest']
  readonly children: ReactNode
}

/** Gives the forms inside their problems, and values that only their surroundings know. */
export function FormScope({ paths, suggest = none, children }: FormScopeProps) {
  const key = paths.map(pathToString).join('\n')
  const stable = useMemo(() => key.split('\n').map(pathFromString), [key])
  const problems = useProblemsIn(stable)
  const context = useMemo(() => ({ problems, suggest }), [problems, suggest])
  return <PartContext value={context}>{children}</PartContext>
}

const none: FormContext['suggest'] = () => []
