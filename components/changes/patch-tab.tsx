'use client'

import { Check, Copy, GitCompare } from 'lucide-react'
import { useMemo, useState } from 'react'
import { CodeEditor } from '@/components/code-editor'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { FileChange } from '@/lib/patch/compare'
import { patchOf } from '@/lib/patch/unified-patch'

/** A longer patch is for tools: showing it would hold up the page (UTF-16 units). */
const SHOWN = 2_000_000

/** Everything as one patch, as `git diff` prints it. */
export function PatchTab({ changes }: { readonly changes: readonly FileChange[] }) {
  const patch = useMemo(() => patchOf(changes), [changes])
  const [copied, setCopied] = useState(false)
  if (patch === '') {
    return (
      <EmptyState icon={<GitCompare size={20} aria-hidden />} className="m-auto">
        Nothing has changed, so the patch is empty.
      </EmptyState>
    )
  }
  return (
    <div className="flex h-full min-h-0 flex-col overflow-hidden rounded-lg border border-line bg-code">
      <div className="flex h-9 shrink-0 items-center gap-2 border-line border-b bg-panel pr-1.5 pl-3">
        <span className="min-w-0 flex-1 truncate text-dim text-sm">
          For <code>git apply</code> at the top of the work tree; with{' '}
          <code>--directory=path/from/the/top</code> for a folder below it
        </span>
        <Button
          size="sm"
          icon={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          onClick={() => navigator.clipboard.writeText(patch).then(() => setCopied(true))}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <div className="min-h-0 flex-1">
        {patch.length > SHOWN ? (
          <p className="p-4 text-dim">
            The patch is too long to be shown ({Math.round(patch.length / 1_000_000)} MB). Copy it,
            or export it as a file.
          </p>
        ) : (
          <CodeEditor path="changes.patch" text={patch} language="diff" label="Patch" readOnly />
        )}
      </div>
    </div>
  )
}
