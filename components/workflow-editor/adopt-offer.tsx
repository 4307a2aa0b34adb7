'use client'

import { PackagePlus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { adoptable, adoptStep, foreignFiles } from '@/lib/commands/adopt-step'
import type { Step } from '@/lib/commands/steps'
import { runAssembled } from '@/lib/layout/distribute'
import { applyFileEdits } from '@/lib/promise/command'
import { LANGUAGE_LABELS } from './workflow-texts'

export interface AdoptOfferProps {
  readonly step: Step
  readonly disabled: boolean
}

interface Preview {
  readonly kept: readonly string[]
  readonly added: readonly string[]
}

/** Of a step that another tool or a person wrote: what it is, and the offer to go on with it here. */
export function AdoptOffer({ step, disabled }: AdoptOfferProps): React.ReactElement | null {
  const store = useDesignerStore()
  const files = useDesigner((state) => state.files)
  const settings = useMemo(() => adoptable(files, step), [files, step])
  const [preview, setPreview] = useState<Preview>()
  if (!settings) return null
  const what =
    settings.kind === 'dependencies'
      ? 'a step that copies manifests'
      : settings.kind === 'custom'
        ? `a program in ${LANGUAGE_LABELS[settings.language]}`
        : 'a step'

  async function look(): Promise<void> {
    const { files, run } = store.getState()
    const outcome = runAssembled(files, adoptStep(step.key))
    // A refusal is shown as any other.
    if (outcome.kind !== 'change') return void run(adoptStep(step.key))
    const { build } = await import('@/lib/build/build')
    const before = build(files).files
    const after = build(applyFileEdits(files, outcome.edits)).files
    setPreview({
      kept: foreignFiles(files, step.key),
      added: [...after.keys()].filter((path) => !before.has(path)),
    })
  }
  function adopt(): void {
    setPreview(undefined)
    store.getState().run(adoptStep(step.key))
  }
  return (
    <>
      <Banner
        tone="info"
        className="mt-3 mb-2"
        actions={
          <Button
            size="sm"
            disabled={disabled}
            icon={<PackagePlus size={14} aria-hidden />}
            onClick={() => void look()}
          >
            Adopt…
          </Button>
        }
      >
        Its folder holds {what}, made elsewhere. It stays as it is; adopted, it is built and tested
        with the others.
      </Banner>
      <Dialog
        open={preview !== undefined}
        onOpenChange={(open) => {
          if (!open) setPreview(undefined)
        }}
        title={`Adopt ${step.name}?`}
        description={`It becomes ${what} of this design. One undo takes it back.`}
        footer={
          <>
            <Button onClick={() => setPreview(undefined)}>Cancel</Button>
            <Button variant="primary" onClick={adopt}>
              Adopt
            </Button>
          </>
        }
      >
        <Paths
          title="Yours, kept byte for byte"
          paths={preview?.kept ?? []}
          none="There is no file in its folder."
        />
        <Paths
          title="Generated beside them"
          paths={preview?.added ?? []}
          none="Nothing: it has all that it needs."
        />
      </Dialog>
    </>
  )
}

function Paths({
  title,
  paths,
  none,
}: {
  readonly title: string
  readonly paths: readonly string[]
  readonly none: string
}): React.ReactElement {
  return (
    <section aria-label={title} className="mb-3">
      <h3 className="mb-1 font-medium">{title}</h3>
      {paths.length === 0 ? (
        <p className="text-dim">{none}</p>
      ) : (
        <ul className="max-h-48 overflow-y-auto rounded-lg border border-line px-2.5 py-1.5">
          {paths.map((path) => (
            <li key={path}>
              <code className="break-all text-sm">{path}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
