'use client'

import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { Button } from '@/components/ui/button'
import { DraftField } from '@/components/ui/draft-field'
import { Card } from '@/components/ui/section-head'
import { bumpVersion as bumpCommand } from '@/lib/commands/bump-version'
import { setPromiseName } from '@/lib/commands/set-promise-name'
import { setPromiseVersion } from '@/lib/commands/set-promise-version'
import { checkPromiseName, checkPromiseVersion } from '@/lib/promise/names'
import { bumpVersion } from '@/lib/promise/semver'

/** Name and version of the Promise itself. */
export function PromiseCard() {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const name = useDesigner((state) => state.reading.view.name)
  const version = useDesigner((state) => state.reading.view.version)
  const { run } = store.getState()
  return (
    <Card title="Promise">
      <div className="grid gap-x-[18px] sm:grid-cols-2">
        <DraftField
          label="Name"
          mono
          help="Installed on the platform under this name."
          {...at(['metadata', 'name'])}
          value={name}
          check={checkPromiseName}
          onCommit={(text) => run(setPromiseName(text))}
        />
        <div className="flex min-w-0 items-start gap-2">
          <DraftField
            label="Version"
            className="flex-1"
            mono
            help="Moves the images that follow it along."
            {...at(['metadata', 'labels', 'kratix.io/promise-version'])}
            value={version}
            check={checkPromiseVersion}
            onCommit={(text) => run(setPromiseVersion(text))}
          />
          <fieldset className="mt-5 flex" aria-label="Bump version">
            {(['patch', 'minor', 'major'] as const).map((bump) => {
              const next = bumpVersion(version, bump)
              return (
                <Button
                  key={bump}
                  variant="ghost"
                  className="px-2!"
                  disabled={next === undefined}
                  title={next && `Bump to ${next}`}
                  onClick={() => {
                    run(bumpCommand(bump))
                  }}
                >
                  {bump}
                </Button>
              )
            })}
          </fieldset>
        </div>
      </div>
    </Card>
  )
}
