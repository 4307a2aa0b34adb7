'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { IconButton } from './icon-button'
import { Menu, MenuChoice } from './menu'
import { useTheme } from './theme'

const options = [
  { value: 'system', label: 'System', icon: <Monitor size={14} aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun size={14} aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon size={14} aria-hidden /> },
] as const

/** Light, dark, or as the system has it. */
export function ThemeMenu() {
  const [theme, setTheme] = useTheme()
  const icon = options.find(({ value }) => value === theme)?.icon
  return (
    <Menu align="end" trigger={<IconButton label="Theme" icon={icon} />}>
      <MenuChoice value={theme} options={options} onChange={setTheme} />
    </Menu>
  )
}
