'use client'

import { ChevronDown } from 'lucide-react'
import { code } from '@/components/ui/code'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu'
import { type Bump, bumpVersion } from '@/lib/promise/semver'
import { useDesigner, useDesignerStore } from './use-designer'
import { useShell } from './use-shell'

export const BUMPS: readonly { readonly bump: Bump; readonly label: string }[] = [
  { bump: 'patch', label: 'Patch' },
  { bump: 'minor', label: 'Minor' },
  { bump: 'major', label: 'Major' },
]

const command = code(() =>
  import('@/lib/commands/bump-version').then((module) => module.bumpVersion),
)

/** The version of the Promise; opens the ways to move it on. */
export function VersionMenu() {
  const store = useDesignerStore()
  const version = useDesigner((state) => state.reading.view.version)
  const stale = useDesigner((state) => state.reading.stale)
  const { openVersion } = useShell()
  return (
    <Menu
      needs={command}
      trigger={
        <button
          type="button"
          disabled={stale}
          aria-label={`Version ${version || 'not set'}, change it`}
          className="inline-flex h-[22px] shrink-0 items-center gap-0.5 rounded-full border border-line pr-1.5 pl-2 text-dim text-sm hover:border-line2 hover:text-text disabled:opacity-60 data-[state=open]:bg-hover"
        >
          {version || 'no version'}
          <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <MenuLabel>Bump version: label and images</MenuLabel>
      {BUMPS.map(({ bump, label }) => {
        const next = bumpVersion(version, bump)
        return (
          <MenuItem
            key={bump}
            hint={next}
            disabled={next === undefined}
            onSelect={() => {
              command.get().then((bumped) => store.getState().run(bumped(bump)))
            }}
          >
            {label}
          </MenuItem>
        )
      })}
      <MenuSeparator />
      <MenuItem onSelect={openVersion}>Custom…</MenuItem>
    </Menu>
  )
}
