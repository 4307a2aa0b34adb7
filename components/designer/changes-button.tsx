'use client'

import { GitCompare } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Tooltip } from '@/components/ui/tooltip'
import { useChangesSince } from './use-kept-states'
import { useShell } from './use-shell'

/** Opens the screen of changes; says how many files changed since the last download. */
export function ChangesButton() {
  const { wide, openChanges } = useShell()
  const since = useChangesSince()
  const count = since?.changes.length ?? 0
  const files = `${count} ${count === 1 ? 'file' : 'files'}`
  const last = since?.base.kind === 'opened' ? 'it was opened' : 'the last download'
  const hint = since ? `${files} changed since ${last}` : 'What changed, kept states, export'
  if (!wide) {
    return (
      <IconButton
        label="Changes"
        tooltip={hint}
        icon={<GitCompare size={16} />}
        className="max-sm:hidden"
        onClick={() => openChanges()}
      />
    )
  }
  return (
    <Tooltip label={hint}>
      <Button
        variant="ghost"
        aria-label={count > 0 ? `Changes, ${files}` : 'Changes'}
        icon={<GitCompare size={14} aria-hidden />}
        onClick={() => openChanges()}
      >
        <span className="max-lg:hidden">Changes</span>
        {/* Room for two digits: the bar must not move while typing. */}
        <span className="min-w-4 text-faint text-sm tabular-nums">{count > 0 ? count : ''}</span>
      </Button>
    </Tooltip>
  )
}
