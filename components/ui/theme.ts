'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { THEME_CHANGED as CHANGED, THEME_KEY as KEY } from './theme-script'

export type ThemeChoice = 'system' | 'light' | 'dark'

function read(): ThemeChoice {
  try {
    const stored = localStorage.getItem(KEY)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system' // storage is forbidden here: the system decides
  }
}

function subscribe(listener: () => void) {
  window.addEventListener(CHANGED, listener)
  window.addEventListener('storage', listener)
  return () => {
    window.removeEventListener(CHANGED, listener)
    window.removeEventListener('storage', listener)
  }
}

function write(choice: ThemeChoice) {
  try {
    if (choice === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, choice)
  } catch {
    // Storage is forbidden here: show the choice for this visit at least.
    const system = matchMedia('(prefers-color-scheme: dark)').matches
    const dark = choice === 'dark' || (choice === 'system' && system)
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    document.documentElement.classList.toggle('dark', dark)
    return
  }
  window.dispatchEvent(new Event(CHANGED))
}

/** The user's choice of theme and how to change it. */
export function useTheme(): readonly [ThemeChoice, (choice: ThemeChoice) => void] {
  const choice = useSyncExternalStore(subscribe, read, () => 'system' as const)
  return [choice, useCallback(write, [])]
}
