'use client'

import {
  ArrowDown,
  ArrowUp,
  BetweenHorizontalStart,
  ClipboardPaste,
  Copy,
  CopyPlus,
  CornerLeftUp,
  CornerRightDown,
  Ellipsis,
  FolderInput,
  ListPlus,
  Plus,
  Scissors,
  Trash2,
} from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { type PropertyRow, stepTarget } from './rows'
import type { PropertyActions } from './use-property-actions'
import type { PropertyClipboard } from './use-property-clipboard'

export interface PropertyMenuProps {
  readonly row: PropertyRow
  readonly disabled: boolean
  readonly actions: PropertyActions
  readonly clipboard: PropertyClipboard
  readonly onMove: (rows: readonly PropertyRow[]) => void
}

const icon = { size: 14, 'aria-hidden': true } as const

/** What can be done with a property as a whole. */
export function PropertyMenu({
  row,
  disabled,
  actions,
  clipboard,
  onMove,
}: PropertyMenuProps): React.ReactElement {
  const { property } = row
  const leaves = useRef(false)
  /** An action after which another row has the focus. */
  const leaving = (action: () => void) => () => {
    leaves.current = true
    action()
  }
  const may = (direction: 'up' | 'down' | 'out' | 'in'): boolean =>
    stepTarget(row, direction) !== undefined
  return (
    // A click in the menu is not one on the row.
    // biome-ignore lint/a11y/noStaticElementInteractions: only stops what its button sends up
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <span onClick={(event) => event.stopPropagation()}>
      <Menu
        align="end"
        onClosed={(event) => {
          if (leaves.current) event.preventDefault()
          leaves.current = false
        }}
        trigger={
          <IconButton
            size="sm"
            label={`Actions for ${property.name}`}
            icon={<Ellipsis {...icon} />}
            disabled={disabled}
          />
        }
      >
        {property.childrenPath ? (
          <MenuItem
            icon={<ListPlus {...icon} />}
            onSelect={leaving(() => actions.add(row, 'inside'))}
          >
            Add a property inside
          </MenuItem>
        ) : null}
        <MenuItem
          icon={<BetweenHorizontalStart {...icon} />}
          onSelect={leaving(() => actions.add(row, 'above'))}
        >
          Add a property above
        </MenuItem>
        <MenuItem icon={<Plus {...icon} />} onSelect={leaving(() => actions.add(row, 'below'))}>
          Add a property below
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<CopyPlus {...icon} />} onSelect={leaving(() => actions.duplicate(row))}>
          Duplicate
        </MenuItem>
        <MenuItem icon={<Copy {...icon} />} hint="Ctrl C" onSelect={() => clipboard.copy([row])}>
          Copy as YAML
        </MenuItem>
        <MenuItem
          icon={<Scissors {...icon} />}
          hint="Ctrl X"
          onSelect={leaving(() => clipboard.cut([row]))}
        >
          Cut
        </MenuItem>
        <MenuItem
          icon={<ClipboardPaste {...icon} />}
          hint="Ctrl V"
          onSelect={leaving(() => clipboard.paste(row, 'below'))}
        >
          Paste YAML below
        </MenuItem>
        {property.childrenPath ? (
          <MenuItem
            icon={<ClipboardPaste {...icon} />}
            onSelect={leaving(() => clipboard.paste(row, 'inside'))}
          >
            Paste YAML inside
          </MenuItem>
        ) : null}
        <MenuSeparator />
        <MenuItem
          icon={<ArrowUp {...icon} />}
          hint="Alt ↑"
          disabled={!may('up')}
          onSelect={leaving(() => actions.step(row, 'up'))}
        >
          Move up
        </MenuItem>
        <MenuItem
          icon={<ArrowDown {...icon} />}
          hint="Alt ↓"
          disabled={!may('down')}
          onSelect={leaving(() => actions.step(row, 'down'))}
        >
          Move down
        </MenuItem>
        <MenuItem
          icon={<CornerRightDown {...icon} />}
          hint="Alt →"
          disabled={!may('in')}
          onSelect={leaving(() => actions.step(row, 'in'))}
        >
          Move into the object above
        </MenuItem>
        <MenuItem
          icon={<CornerLeftUp {...icon} />}
          hint="Alt ←"
          disabled={!may('out')}
          onSelect={leaving(() => actions.step(row, 'out'))}
        >
          Move out
        </MenuItem>
        <MenuItem icon={<FolderInput {...icon} />} onSelect={leaving(() => onMove([row]))}>
          Move into…
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          danger
          icon={<Trash2 {...icon} />}
          hint="Delete"
          onSelect={leaving(() => actions.remove([row]))}
        >
          Remove
        </MenuItem>
      </Menu>
    </span>
  )
}
