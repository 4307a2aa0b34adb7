'use client'

import { Boxes, Braces, FileText, ListPlus, Sparkles } from 'lucide-react'
import { useShell } from '@/components/designer/use-shell'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'

/** The ways to properties that need no typing one by one. */
export function StartMenu({ disabled }: { readonly disabled: boolean }): React.ReactElement {
  const { openStart } = useShell()
  return (
    <Menu
      align="end"
      trigger={
        <Button size="sm" disabled={disabled} icon={<Sparkles size={12} aria-hidden />}>
          Start from…
        </Button>
      }
    >
      <MenuItem icon={<Boxes size={14} aria-hidden />} onSelect={() => openStart('crd')}>
        A custom resource (CRD)
      </MenuItem>
      <MenuItem icon={<FileText size={14} aria-hidden />} onSelect={() => openStart('sample')}>
        A sample request
      </MenuItem>
      <MenuItem icon={<Braces size={14} aria-hidden />} onSelect={() => openStart('schema')}>
        JSON Schema or OpenAPI
      </MenuItem>
      <MenuItem icon={<ListPlus size={14} aria-hidden />} onSelect={() => openStart('lines')}>
        Several lines
      </MenuItem>
    </Menu>
  )
}
