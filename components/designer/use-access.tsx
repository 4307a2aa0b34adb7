'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { OpenDesign } from '@/lib/store/open-design'

type TakeOver = OpenDesign['takeOver']

const AccessContext = createContext<TakeOver | undefined>(undefined)

export interface AccessProviderProps {
  readonly takeOver: TakeOver
  readonly children: ReactNode
}

/** Lets what is below ask for the right to change the draft. */
export function AccessProvider({ takeOver, children }: AccessProviderProps) {
  return <AccessContext value={takeOver}>{children}</AccessContext>
}

export function useTakeOver(): TakeOver {
  const takeOver = useContext(AccessContext)
  if (!takeOver) throw new Error('useTakeOver stands outside of an AccessProvider')
  return takeOver
}
