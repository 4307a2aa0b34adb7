'use client'

import { Command, Download, Menu as MenuIcon, PanelLeft, PanelRight } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { Logo } from '@/components/ui/logo'
import { ThemeMenu } from '@/components/ui/theme-menu'
import { Tooltip } from '@/components/ui/tooltip'
import { AtOnce } from './after-paint'
import { ChangesButton } from './changes-button'
import { HistoryButtons } from './history-buttons'
import { ProblemCount } from './problem-count'
import { SaveMark } from './save-mark'
import { useDesigner } from './use-designer'
import { useShell } from './use-shell'
import { VersionMenu } from './version-menu'

/** Name, version, saving, history, problems, download. */
export function TopBar() {
  const name = useDesigner((state) => state.reading.view.name)
  const { wide, isOpen, toggle, openPalette, openDownload } = useShell()
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: outside of main it is a banner, which has a name
    <header
      aria-label="Promise"
      className="flex h-12 shrink-0 items-center gap-1.5 border-line border-b bg-raised px-2 pane:gap-2.5 pane:px-3.5"
    >
      {wide ? null : (
        <IconButton
          label="Outline"
          aria-expanded={isOpen('outline')}
          icon={<MenuIcon size={16} />}
          onClick={() => toggle('outline')}
        />
      )}
      <Tooltip label="All drafts">
        <Link href="/" aria-label="Promise Designer, all drafts" className="rounded-md">
          <Logo />
        </Link>
      </Tooltip>
      <span className="min-w-0 truncate font-semibold text-md">
        {name || 'Promise without a name'}
      </span>
      <VersionMenu />
      {/* It never says "Saved" of what is not. */}
      <AtOnce>
        <SaveMark />
      </AtOnce>
      <span className="flex-1" />
      <HistoryButtons />
      {wide ? (
        <>
          <IconButton
            label="Outline"
            aria-pressed={isOpen('outline')}
            tooltip={isOpen('outline') ? 'Hide the outline' : 'Show the outline'}
            icon={<PanelLeft size={16} />}
            onClick={() => toggle('outline')}
          />
          <IconButton
            label="Files"
            aria-pressed={isOpen('files')}
            tooltip={isOpen('files') ? 'Hide the files' : 'Show the files'}
            icon={<PanelRight size={16} />}
            onClick={() => toggle('files')}
          />
          <ThemeMenu />
          <Button variant="ghost" icon={<Command size={14} aria-hidden />} onClick={openPalette}>
            Commands <Kbd>Ctrl K</Kbd>
          </Button>
        </>
      ) : (
        <>
          <IconButton
            label="Files"
            aria-expanded={isOpen('files')}
            icon={<PanelRight size={16} />}
            onClick={() => toggle('files')}
          />
          <IconButton
            label="Commands"
            icon={<Command size={16} />}
            className="max-sm:hidden"
            onClick={openPalette}
          />
        </>
      )}
      <ChangesButton />
      <ProblemCount />
      {wide ? (
        <Button variant="primary" onClick={openDownload}>
          Download
        </Button>
      ) : (
        <IconButton
          label="Download"
          icon={<Download size={16} />}
          className="bg-accent! text-on-accent!"
          onClick={openDownload}
        />
      )}
    </header>
  )
}
