'use client'

import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { Button } from '@/components/ui/button'
import { DraftField } from '@/components/ui/draft-field'
import { followStepImage, setStepImage } from '@/lib/commands/set-step-image'
import type { Step } from '@/lib/commands/steps'
import { checkImage } from '@/lib/promise/names'

export interface StepImageProps {
  readonly step: Step
  readonly disabled: boolean
}

/** The image of a step; one of ours follows registry and version until it is overridden. */
export function StepImage({ step, disabled }: StepImageProps): React.ReactElement {
  const { run } = useDesignerStore().getState()
  const at = usePlaceProps()
  const registry = useDesigner((state) => state.settings.images?.registry)
  const own = step.ours
  return (
    <DraftField
      label="Image"
      mono
      reserve={2}
      {...at([...step.path, 'image'])}
      disabled={disabled}
      value={step.image}
      check={checkImage}
      help={
        !own
          ? 'Pulled as it is; nothing of it is built in this repository.'
          : step.followsImage
            ? `Follows the registry${registry ? ` ${registry}` : ''} and the version of the Promise.`
            : 'Overridden: it does not follow registry and version.'
      }
      aside={
        own && !step.followsImage ? (
          <Button size="sm" variant="link" onClick={() => run(followStepImage(step.ref))}>
            Follow again
          </Button>
        ) : undefined
      }
      onCommit={(image) => run(setStepImage(step.ref, image))}
    />
  )
}
