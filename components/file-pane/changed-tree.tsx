'use client'

import { useMemo } from 'react'
import { useChangesSince } from '@/components/designer/use-kept-states'
import { useShell } from '@/components/designer/use-shell'
import type { Change } from '@/components/file-tree/change-mark'
import { FileTree } from '@/components/file-tree/file-tree'
import { Button } from '@/components/ui/button'
import type { BuiltFile } from '@/lib/build/types'

export interface ChangedTreeProps {
  readonly files: ReadonlyMap<string, BuiltFile>
  readonly selected: string
  readonly onSelect: (path: string) => void
}

/** The files of the repository, with what changed since the last download. */
export function ChangedTree({ files, selected, onSelect }: ChangedTreeProps): React.ReactElement {
  const since = useChangesSince()
  const shell = useShell()
  const marks = useMemo(
    () => new Map((since?.changes ?? []).flatMap(({ path, kind }) => markOf(path, kind))),
    [since],
  )
  const when = since?.base.kind === 'opened' ? 'it was opened' : 'the last download'
  const deleted = (since?.changes.length ?? 0) - marks.size
  return (
    <>
      <FileTree
        label="Files of the repository"
        files={files}
        selected={selected}
        onSelect={onSelect}
        changes={since && { of: marks, since: when }}
      />
      {since && since.changes.length > 0 ? (
        <p className="flex items-center gap-2 border-line border-t px-3 py-1.5 text-dim text-sm">
          <span className="min-w-0 flex-1 truncate">
            {since.changes.length} changed since {when}
            {deleted > 0 ? `, ${deleted} of them deleted` : ''}
          </span>
          <Button size="sm" variant="link" onClick={() => shell.openChanges()}>
            Changes
          </Button>
        </p>
      ) : null}
    </>
  )
}

function markOf(path: string, kind: Change | 'deleted'): readonly (readonly [string, Change])[] {
  return kind === 'deleted' ? [] : [[path, kind]]
}
