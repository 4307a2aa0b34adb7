'use client'

import { Dialog } from 'radix-ui'
import { createContext, use, useState } from 'react'
import { lazily } from '@/components/ui/lazily'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import { PaletteField, type PaletteQuery, paletteInput } from './palette-field'

export interface CommandPaletteProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

const Query = createContext<PaletteQuery | undefined>(undefined)

const PaletteList = lazily(
  'The list of commands',
  () => import('./palette-list').then((module) => module.PaletteList),
  { loading: <Waiting /> },
)

/** Ctrl+K: go anywhere, do anything. Its field takes what is typed while the list is on its way. */
export function CommandPalette({ open, onOpenChange }: CommandPaletteProps) {
  const returnFocus = useReturnFocus(open)
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-[fade_80ms] bg-overlay" />
        <Dialog.Content
          onCloseAutoFocus={returnFocus}
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-40 w-[min(600px,calc(100vw-24px))] -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-raised shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">Commands</Dialog.Title>
          <Palette onDone={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Palette({ onDone }: { readonly onDone: () => void }) {
  const [query, onQuery] = useState('')
  const [entered, setEntered] = useState(false)
  const asked = { query, onQuery, entered, onEnter: () => setEntered(true) }
  return (
    <Query value={asked}>
      <PaletteList {...asked} onDone={onDone} />
    </Query>
  )
}

function Waiting() {
  const asked = use(Query)
  return (
    <PaletteField>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type into it
        autoFocus
        aria-label="Commands"
        value={asked?.query}
        onChange={(event) => asked?.onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') asked?.onEnter()
        }}
        {...paletteInput}
      />
    </PaletteField>
  )
}
