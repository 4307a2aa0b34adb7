'use client'

import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { DraftField } from '@/components/ui/draft-field'
import { Switch } from '@/components/ui/switch'
import type { Build } from '@/lib/build/types'
import { setGithubActions, setPromiseRelease } from '@/lib/commands/set-extra-files'
import { NothingPushed, NoVersion } from './optional-hints'
import { checkReleaseUrl, isPlaceholder, usualReleaseUrl } from './release-url'

export interface OptionalFilesProps {
  /** The folder inside the zip. */
  readonly root: string
  /** The file in it that Kratix reads. */
  readonly promiseFile: string
  readonly build: Build
  /** Closes the dialog, so that a place behind it can be seen. */
  readonly onGo: () => void
}

/** What the zip may hold besides; the choice is kept in the settings of the repository. */
export function OptionalFiles(props: OptionalFilesProps): React.ReactElement {
  const { root, promiseFile, build, onGo } = props
  const store = useDesignerStore()
  const extras = useDesigner((state) => state.settings.extras)
  const registry = useDesigner((state) => state.settings.images?.registry ?? '')
  const { run } = store.getState()
  const actions = extras?.githubActions === true
  const url = extras?.promiseRelease?.url
  return (
    <fieldset className="mb-3 grid gap-x-[18px] gap-y-2 sm:grid-cols-2">
      <legend className="mb-1.5 font-medium">Also in the zip</legend>
      <Switch
        label="GitHub Actions workflow"
        help="Tests every change on GitHub; pushes the images when a version is tagged."
        checked={actions}
        onChange={(wanted) => run(setGithubActions(wanted))}
      />
      <Switch
        label="promise-release.yaml"
        help="Lets Kratix fetch the Promise from an address, version by version."
        checked={url !== undefined}
        onChange={(wanted) =>
          run(setPromiseRelease(wanted ? usualReleaseUrl(registry, root, promiseFile) : undefined))
        }
      />
      {actions ? <NothingPushed build={build} onGo={onGo} /> : null}
      {url !== undefined ? <NoVersion onGo={onGo} /> : null}
      {url === undefined ? null : (
        <DraftField
          label="Address of promise.yaml"
          className="sm:col-span-2"
          mono
          help={
            isPlaceholder(url)
              ? 'Write where the repository will lie: nothing can be fetched from this one. {version} stands for the version of the Promise.'
              : '{version} stands for the version of the Promise.'
          }
          value={url}
          check={checkReleaseUrl}
          onCommit={(text) => run(setPromiseRelease(text))}
        />
      )}
    </fieldset>
  )
}
