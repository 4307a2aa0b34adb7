import type { ReactNode } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { imagesNotPushed } from '@/lib/build/images-not-pushed'
import type { Build } from '@/lib/build/types'
import { REGISTRY_PLACE } from '@/lib/commands/set-registry'
import type { Place } from '@/lib/promise/command'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { VERSION_LABEL } from '@/lib/promise/read'

interface HintProps {
  /** Closes the dialog, so that the place behind it can be seen. */
  readonly onGo: () => void
}

/** Why the workflow pushes no image, with the way to the field that mends it. */
export function NothingPushed({ build, onGo }: HintProps & { readonly build: Build }): ReactNode {
  const view = useDesigner((state) => state.reading.view)
  const settings = useDesigner((state) => state.settings)
  const [image, ...more] = imagesNotPushed(view, settings, build)
  if (image === undefined) return null
  const place = { file: SETTINGS_FILE, path: REGISTRY_PLACE }
  return (
    <Hint action="Set the image registry" place={place} onGo={onGo}>
      The workflow tests, but pushes no image: <code>{image}</code>
      {more.length > 0 ? ` and ${more.length} more name` : ' names'} no registry.
    </Hint>
  )
}

/** Why Kratix would refuse the release, with the way to the field that mends it. */
export function NoVersion({ onGo }: HintProps): ReactNode {
  const version = useDesigner((state) => state.reading.view.version)
  if (version !== '') return null
  const place = { file: PROMISE_FILE, path: VERSION_LABEL }
  return (
    <Hint action="Set the version" place={place} onGo={onGo}>
      Kratix installs no release of a Promise that has no version.
    </Hint>
  )
}

function Hint(
  props: HintProps & {
    readonly action: string
    readonly place: Place
    readonly children: ReactNode
  },
): ReactNode {
  const { action, place, onGo, children } = props
  const store = useDesignerStore()
  return (
    <Banner
      tone="warning"
      className="sm:col-span-2"
      actions={
        <Button
          size="sm"
          onClick={() => {
            onGo()
            store.getState().select(place, 'link')
          }}
        >
          {action}
        </Button>
      }
    >
      {children}
    </Banner>
  )
}
