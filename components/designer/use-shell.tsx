'use client'

import { createContext, useContext } from 'react'

export type Pane = 'outline' | 'files' | 'problems'
/** What the screen of changes shows first. */
export type ChangesTab = 'files' | 'patch' | 'states'

/** What the properties of an API can start from. */
export type StartTab = 'lines' | 'sample' | 'schema' | 'crd'

/** What buttons, shortcuts and the palette ask of the window. */
export interface Shell {
  /** Panes stand beside the form; else outline and files are drawers over it. */
  readonly wide: boolean
  readonly isOpen: (pane: Pane) => boolean
  readonly toggle: (pane: Pane) => void
  readonly show: (pane: Pane) => void
  readonly openPalette: () => void
  readonly openDownload: () => void
  readonly openChanges: (tab?: ChangesTab) => void
  readonly openFolder: () => void
  /** Properties of the API from something that is there; `text` is what to begin with. */
  readonly openStart: (tab: StartTab, text?: string) => void
  readonly openVersion: () => void
  /** What became of the files when the draft was opened. */
  readonly openReport: () => void
  /** Edited files that are behind what is generated; `path` is the one to begin with. */
  readonly openReview: (path?: string) => void
}

export const ShellContext = createContext<Shell | undefined>(undefined)

export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('useShell stands outside of the designer')
  return shell
}
