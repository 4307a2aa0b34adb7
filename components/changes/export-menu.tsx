'use client'

import { ChevronDown, FileDiff, FolderOutput, Package, PackagePlus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'

export interface ExportMenuProps {
  /** How many files a zip of the changes holds. */
  readonly changed: number
  readonly disabled: boolean
  readonly onWhole: () => void
  readonly onChanged: () => void
  readonly onPatch: () => void
  readonly onFolder: () => void
}

/** The ways out: everything, only what changed, a patch, a folder on the disk. */
export function ExportMenu({
  changed,
  disabled,
  onWhole,
  onChanged,
  onPatch,
  onFolder,
}: ExportMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="primary" disabled={disabled}>
          Export <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={<Package size={14} aria-hidden />} onSelect={onWhole}>
        Whole repository as a zip…
      </MenuItem>
      <MenuItem
        icon={<PackagePlus size={14} aria-hidden />}
        hint={changed === 0 ? 'none' : changed}
        disabled={changed === 0}
        onSelect={onChanged}
      >
        Only changed files as a zip
      </MenuItem>
      <MenuItem
        icon={<FileDiff size={14} aria-hidden />}
        hint="git apply"
        disabled={changed === 0}
        onSelect={onPatch}
      >
        Patch
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<FolderOutput size={14} aria-hidden />} onSelect={onFolder}>
        Write into a folder…
      </MenuItem>
    </Menu>
  )
}
