'use client'

import type { ReactNode } from 'react'
import { lazyDialog } from './lazily'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons at the bottom right, the primary one last. */
  readonly footer?: ReactNode
  readonly size?: 'sm' | 'md' | 'lg' | 'xl'
}

/** A modal dialog: focus stays inside, Escape closes it, focus returns to where it was. */
export const Dialog = lazyDialog<DialogProps>('The dialog', () =>
  import('./dialog-window').then((module) => module.DialogWindow),
)
