'use client'

import { Copy, MoreHorizontal, Trash2 } from 'lucide-react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { DraftField } from '@/components/ui/draft-field'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Switch } from '@/components/ui/switch'
import { removeVersion } from '@/lib/commands/remove-version'
import { setStorageVersion } from '@/lib/commands/set-storage-version'
import {
  setDeprecationWarning,
  setVersionDeprecated,
  setVersionServed,
} from '@/lib/commands/set-version-flags'
import { setVersionName } from '@/lib/commands/set-version-name'
import { checkDeprecationWarning, checkVersionName } from '@/lib/promise/names'
import type { ApiVersionView, ApiView } from '@/lib/promise/view'

export interface VersionRowProps {
  readonly api: ApiView
  readonly version: ApiVersionView
  readonly index: number
  readonly onCopy: () => void
  /** The row is gone. */
  readonly onRemoved: () => void
}

/** A version: its name, whether it is served, stored, deprecated. */
export function VersionRow({ api, version, index, onCopy, onRemoved }: VersionRowProps) {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const { run } = store.getState()
  const { path, name } = version
  const others = api.versions.filter((other) => other !== version).map((other) => other.name)
  const what = name || 'this version'

  return (
    <li data-place={at(path)['data-place']} tabIndex={-1} className="py-2 outline-none">
      <div className="flex flex-wrap items-start gap-x-5 gap-y-1">
        <DraftField
          label={`Name of version ${name}`}
          hideLabel
          mono
          reserve={0}
          className="w-40 grow sm:grow-0"
          {...at([...path, 'name'])}
          value={name}
          check={(text) =>
            others.includes(text) ? `There is a version "${text}" already.` : checkVersionName(text)
          }
          onCommit={(text) => run(setVersionName(index, text))}
        />
        <span className="sm:order-last sm:ml-auto">
          <Menu
            align="end"
            trigger={
              <IconButton label={`Actions for ${what}`} icon={<MoreHorizontal size={14} />} />
            }
          >
            <MenuItem icon={<Copy size={14} aria-hidden />} onSelect={onCopy}>
              Copy version
            </MenuItem>
            <MenuItem
              danger
              icon={<Trash2 size={14} aria-hidden />}
              disabled={api.versions.length === 1}
              onSelect={() => {
                if (run(removeVersion(index))) onRemoved()
              }}
            >
              Remove version
            </MenuItem>
          </Menu>
        </span>
        <div className="flex flex-wrap gap-x-5 gap-y-1 pt-[5px]">
          <label className="inline-flex cursor-pointer items-center gap-2">
            <input
              type="radio"
              name="storage version"
              {...at([...path, 'storage'])}
              aria-label={`Store ${what}`}
              checked={version.storage}
              onChange={() => run(setStorageVersion(index))}
              className="size-4 accent-accent"
            />
            Stored
          </label>
          <Flag label="Served" {...at([...path, 'served'])}>
            <Switch
              label={`Serve ${what}`}
              hideLabel
              checked={version.served}
              onChange={(on) => run(setVersionServed(index, on))}
            />
          </Flag>
          <Flag label="Deprecated" {...at([...path, 'deprecated'])}>
            <Switch
              label={`Deprecate ${what}`}
              hideLabel
              checked={version.deprecated}
              onChange={(on) => run(setVersionDeprecated(index, on))}
            />
          </Flag>
        </div>
      </div>
      {version.deprecated ? (
        <DraftField
          label={`Warning to who asks in ${what}`}
          className="mt-2"
          placeholder={`${api.group}/${name} ${api.kind} is deprecated`}
          help={version.deprecationWarning ? undefined : 'Empty: the text of Kubernetes.'}
          {...at([...path, 'deprecationWarning'])}
          value={version.deprecationWarning}
          check={warningFault}
          onCommit={(text) => run(setDeprecationWarning(index, text))}
        />
      ) : null}
    </li>
  )
}

interface FlagProps {
  readonly label: string
  readonly children: React.ReactNode
}

/** A switch with a short label for the eye; what it is read out as names the version, too. */
function Flag({ label, children, ...place }: FlagProps) {
  return (
    <span className="inline-flex items-center gap-2 rounded-sm" tabIndex={-1} {...place}>
      {children}
      <span aria-hidden>{label}</span>
    </span>
  )
}

function warningFault(text: string): string | undefined {
  const fault = text === '' ? undefined : checkDeprecationWarning(text)
  return fault && `The warning ${fault}`
}
