'use client'

import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { DraftField } from '@/components/ui/draft-field'
import { FollowAgain } from '@/components/ui/follow-again'
import { Card } from '@/components/ui/section-head'
import { REGISTRY_PLACE, setRegistry } from '@/lib/commands/set-registry'
import { followStepImage } from '@/lib/commands/set-step-image'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkRegistry } from '@/lib/promise/names'
import { pathToString } from '@/lib/promise/path'

/** One setting for all images that we build, and which of them go their own way. */
export function ImagesCard() {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const registry = useDesigner((state) => state.settings.images?.registry ?? '')
  const steps = useDesigner((state) => state.steps)
  const { run, select } = store.getState()
  return (
    <Card title="Images" hint="registry for the steps that are built here">
      <DraftField
        label="Image registry"
        data-place={at(REGISTRY_PLACE)['data-place']}
        className="max-w-[420px]"
        mono
        placeholder="e.g. ghcr.io/acme"
        help="Empty: images of this machine, to be loaded into kind."
        value={registry}
        check={checkRegistry}
        onCommit={(text) => run(setRegistry(text))}
      />
      {steps.length === 0 ? (
        <p className="mt-1 text-dim">No step yet: images come with the steps of the workflows.</p>
      ) : (
        <ul aria-label="Images" className="mt-1 border-line border-t">
          {steps.map((step) => (
            <li
              key={pathToString(step.path)}
              className="flex flex-wrap items-center gap-x-3 border-line border-b py-1.5 last:border-b-0 last:pb-0"
            >
              <button
                type="button"
                data-place={at([...step.path, 'image'])['data-place']}
                onClick={() => select({ file: PROMISE_FILE, path: step.path }, 'form')}
                className="min-w-0 flex-1 basis-72 rounded-sm text-left hover:text-accent-text"
              >
                <code className="break-all font-medium">{step.image || 'no image'}</code>
                <span className="block text-faint text-sm">
                  {step.ref.type} {step.ref.action} › {step.pipeline} › {step.name}
                </span>
              </button>
              {step.kind === 'image' ? (
                <span className="text-faint text-sm">made elsewhere</span>
              ) : step.followsImage ? (
                <span className="text-faint text-sm">follows the setting</span>
              ) : (
                <>
                  <span className="text-amber text-sm">overridden</span>
                  <FollowAgain
                    label="Follow again"
                    onFollow={() => run(followStepImage(step.ref))}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
