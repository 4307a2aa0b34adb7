'use client'

import { Combine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { useShell } from '@/components/designer/use-shell'
import { useUndoToast } from '@/components/designer/use-undo-toast'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/section-head'
import { joinParts } from '@/lib/commands/join-parts'
import { layoutOf } from '@/lib/layout/assemble'
import { usedParts } from '@/lib/layout/places'
import { displayPath } from '@/lib/promise/path'

/** Of a split repository: which file holds what, what has no place in it, and the way out. */
export function LayoutCard() {
  const store = useDesignerStore()
  const tell = useUndoToast()
  const files = useDesigner((state) => state.files)
  const installs = useDesigner((state) => state.build.files.has('install/promise.yaml'))
  const layout = layoutOf(files)
  if (!layout) return null

  function join() {
    if (!store.getState().run(joinParts())) return
    // The card is gone with what it was about.
    document.querySelector('main')?.focus()
    tell('The Promise is one file now.')
  }
  const parts = usedParts(layout)
  return (
    <Card
      title="Files of the Promise"
      hint="split layout of the kratix CLI"
      actions={
        <Button size="sm" icon={<Combine size={14} aria-hidden />} onClick={join}>
          Join into one promise.yaml
        </Button>
      }
    >
      <p className="text-dim">
        Each change goes to the file that holds the place; the other files keep every byte.
      </p>
      <ul aria-label="Files of the Promise" className="mt-1.5 border-line border-t">
        {parts.map(({ file, path }) => (
          <FileRow key={file} file={file} what={<code>{displayPath(path)}</code>} />
        ))}
        <FileRow
          file="promise.yaml"
          what={
            layout.virtual
              ? 'not there yet: written with the first name, version or scheduling rule'
              : 'name, version, scheduling and all else'
          }
        />
      </ul>
      <p className="mt-2 text-dim">
        The layout has no file for the name, the version label, destination selectors, required
        Promises and workflow settings: they stand in <code>promise.yaml</code>, which{' '}
        <code>kratix build promise</code> leaves out.{' '}
        {installs ? (
          <>
            <code>install/promise.yaml</code> holds everything, and is what the Makefile installs.
          </>
        ) : (
          'Joined into one file, nothing is left out.'
        )}
      </p>
    </Card>
  )
}

function FileRow({ file, what }: { readonly file: string; readonly what: ReactNode }) {
  const store = useDesignerStore()
  const shell = useShell()
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-line border-b py-1.5">
      <button
        type="button"
        onClick={() => {
          store.getState().open(file)
          shell.show('files')
        }}
        className="rounded-sm text-left hover:text-accent-text"
      >
        <code className="break-all font-medium">{file}</code>
      </button>
      <span className="text-faint text-sm">{what}</span>
    </li>
  )
}
