'use client'

import { FileCode2 } from 'lucide-react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import type { Step } from '@/lib/commands/steps'
import { languageOf } from '@/lib/scaffolds/languages'

/** What a custom step starts with, or that its program came with the repository. */
export function CustomProgram({ step }: { readonly step: Step }): React.ReactElement {
  const store = useDesignerStore()
  const program = step.language && languageOf(step.language)?.program
  const path = step.folder && program ? `${step.folder}${program}` : undefined
  const origin = useDesigner(({ build }) => (path ? build.files.get(path)?.origin : undefined))
  const name = program ? <code>{program}</code> : 'The program'
  return (
    <div className="max-w-[64ch] py-1 text-dim">
      {origin === 'authored' ? (
        <p>{name} is your own: it is built and tested, and nothing here changes it.</p>
      ) : origin === undefined ? (
        <p>What the image runs is up to your own Dockerfile: see Files.</p>
      ) : (
        <p>
          {name} starts with the request read and typed, an output written, errors reported and
          status set. Make it yours: what you edit is kept. The types follow the API in a file of
          their own.
        </p>
      )}
      {path && origin !== undefined ? (
        <Button
          className="mt-2"
          icon={<FileCode2 size={14} aria-hidden />}
          onClick={() => store.getState().open(path)}
        >
          Edit the program
        </Button>
      ) : null}
    </div>
  )
}
