import { useSyncExternalStore } from 'react'

// Python is loaded when somebody has asked for it, and from then on as long as the page is open.

let asked = false
const listeners = new Set<() => void>()

/** From now on programs in Python run as those in TypeScript do. */
export function askForPython(): void {
  asked = true
  for (const listener of listeners) listener()
}

/** True once Python was asked for. */
export function usePython(): boolean {
  return useSyncExternalStore(subscribe, isAsked, isAsked)
}

const isAsked = (): boolean => asked

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
