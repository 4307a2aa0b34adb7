'use client'

import { createContext, useContext } from 'react'
import type { Path } from '@/lib/promise/path'

/** What fields of the request do to its text. */
export interface RequestActions {
  set(path: Path, value: unknown): void
  remove(path: Path): void
  rename(path: Path, key: string): void
  /** What the API server has against the value there, or `undefined`. */
  faultAt(path: Path): string | undefined
}

const FormContext = createContext<RequestActions | undefined>(undefined)

export const RequestFormProvider = FormContext

export function useRequestForm(): RequestActions {
  const actions = useContext(FormContext)
  if (!actions) throw new Error('a field of the request stands outside of its form')
  return actions
}
