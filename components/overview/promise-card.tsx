'use client'

import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
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
        <DraftField
          label="Version"
          mono
          help="Images that follow it move along."
          aside={
            <span className="flex gap-2.5">
              {(['patch', 'minor', 'major'] as const).map((bump) => {
                const next = bumpVersion(version, bump)
                return next === undefined ? null : (
                  <button
                    key={bump}
                    type="button"
                    aria-label={`Bump ${bump} version to ${next}`}
                    title={`Bump to ${next}`}
                    onClick={() => run(bumpCommand(bump))}
                    className="rounded-sm text-accent-text text-sm hover:underline"
                  >
                    {bump}
                  </button>
                )
              })}
            </span>
          }
          {...at(['metadata', 'labels', 'kratix.io/promise-version'])}
          value={version}
          check={checkPromiseVersion}
          onCommit={(text) => run(setPromiseVersion(text))}
        />
      </div>
    </Card>
  )
}
