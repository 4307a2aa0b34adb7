'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { Written } from '@/lib/folder/write-plan'
import { shellWord } from '@/lib/scaffolds/encode/shell'
import { plural } from './state-words'

export interface FolderResultProps {
  readonly name: string
  readonly result: Written
  readonly scripts: readonly string[]
  readonly notKept?: string
}

/** What was written, what was not and why, and what is left to do by hand. */
export function FolderResult({ name, result, scripts, notKept }: FolderResultProps) {
  const { written, removed, skipped, failure } = result
  const done = [
    `${plural(written.length, 'file')} written`,
    ...(removed.length > 0 ? [`${plural(removed.length, 'file')} removed`] : []),
  ].join(', ')
  return (
    <div className="flex flex-col gap-2" role="status">
      {failure ? (
        <Banner tone="error">
          It ended at <code className="break-all">{failure.path}</code>: {failure.reason} Before
          that: {done}.
        </Banner>
      ) : (
        <p>
          {done} in <code>{name}</code>.
        </p>
      )}
      {skipped.length > 0 ? (
        <Banner tone="warning">
          Changed in the folder at the last moment, and left alone:{' '}
          <code className="break-all">{skipped.join(', ')}</code>
        </Banner>
      ) : null}
      {notKept ? (
        <Banner tone="warning">This state could not be kept here to compare with: {notKept}</Banner>
      ) : null}
      {scripts.length > 0 ? <Modes scripts={scripts} /> : null}
    </div>
  )
}

/** A browser writes plain files: scripts need their mode from a shell. */
function Modes({ scripts }: { readonly scripts: readonly string[] }) {
  const [copied, setCopied] = useState(false)
  const command = `chmod +x ${scripts.map(plainWord).join(' ')}`
  return (
    <div className="rounded-lg border border-line bg-panel p-3">
      <p className="mb-1.5">
        A browser cannot mark files as executable. New scripts need this once, in the folder:
      </p>
      <div className="flex items-start gap-2">
        <pre className="min-w-0 flex-1 whitespace-pre-wrap break-words">{command}</pre>
        <Button
          size="sm"
          icon={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          onClick={() => navigator.clipboard.writeText(command).then(() => setCopied(true))}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </div>
  )
}

/** A path that begins with a dash would be taken for an option. */
function plainWord(path: string): string {
  return shellWord(path.startsWith('-') ? `./${path}` : path)
}
