'use client'

import clsx from 'clsx'
import { LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { FileButton } from '@/components/ui/file-button'
import { Kbd } from '@/components/ui/kbd'
import { lazyDialog } from '@/components/ui/lazily'
import type { Picked } from '@/components/ui/picked-files'
import { AddressForm } from './address-form'

const PasteDialog = lazyDialog('The dialog', () =>
  import('./paste-dialog').then((module) => module.PasteDialog),
)

export interface OpenCardProps {
  readonly busy: boolean
  /** Set while something is fetched: stops it. */
  readonly onStop: (() => void) | undefined
  /** Files are over the window: this is where they belong. */
  readonly over: boolean
  readonly onOpen: (files: Picked) => void
  readonly onPaste: (text: string) => void
  readonly onFetch: (address: string) => void
}

/** Open what there is: files, a folder, a zip, pasted YAML, an address. */
export function OpenCard({ busy, over, onStop, onOpen, onPaste, onFetch }: OpenCardProps) {
  const [pasting, setPasting] = useState(false)

  useEffect(() => {
    function onPasteEvent(event: ClipboardEvent) {
      const at = event.target instanceof Element ? event.target : null
      if (at?.closest('input, textarea, [contenteditable], [role=dialog]')) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() !== '') onPaste(text)
    }
    document.addEventListener('paste', onPasteEvent)
    return () => document.removeEventListener('paste', onPasteEvent)
  }, [onPaste])

  return (
    <section
      aria-labelledby="open-what"
      aria-busy={busy}
      className={clsx(
        'grid place-items-center rounded-xl border border-dashed p-6 text-center shadow-card transition-colors',
        over ? 'border-accent bg-accent-bg' : 'border-line2 bg-raised',
      )}
    >
      <div className="w-full max-w-[400px]">
        <h2 id="open-what" className="font-semibold">
          Open what you have
        </h2>
        <p className="mt-0.5 text-balance text-dim">
          Drop a <code>promise.yaml</code>, a repository folder or a zip.
          <br />
          Nothing that you do not touch will change.
        </p>
        <div className="mt-3 flex flex-wrap justify-center gap-2">
          <FileButton
            disabled={busy}
            accept=".yaml,.yml,.json,.zip,application/zip"
            onPick={onOpen}
          >
            Choose files
          </FileButton>
          <FileButton disabled={busy} folder onPick={onOpen}>
            Choose a folder
          </FileButton>
        </div>
        <AddressForm busy={busy} onStop={onStop} onFetch={onFetch} />
        <p className="flex min-h-5 items-center justify-center gap-1 text-faint text-sm">
          {busy ? (
            <>
              <LoaderCircle size={14} aria-hidden className="animate-spin" />{' '}
              {onStop ? 'Fetching…' : 'Reading…'}
            </>
          ) : (
            <>
              or{' '}
              <button
                type="button"
                onClick={() => setPasting(true)}
                className="rounded-sm text-accent-text hover:underline"
              >
                paste YAML
              </button>{' '}
              <Kbd>Ctrl V</Kbd>
            </>
          )}
        </p>
      </div>
      <PasteDialog open={pasting} onOpenChange={setPasting} onPaste={onPaste} />
    </section>
  )
}
