'use client'

import type { ReactNode } from 'react'
import { lazyDialog } from './lazily'

export interface DrawerProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly side: 'left' | 'right'
  /** How much of a narrow window it may take. */
  readonly wide?: boolean
  /** A line at the bottom. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** A pane that slides over the window where there is no room beside the form. */
export const Drawer = lazyDialog<DrawerProps>('The pane', () =>
  import('./drawer-window').then((module) => module.DrawerWindow),
)
