'use client'

import { CodeEditor, DiffEditor } from '@/components/code-editor'
import { languageOf } from '@/components/file-tree/language-of'
import { Badge } from '@/components/ui/badge'
import { type FileChange, isText } from '@/lib/patch/compare'
import type { FileContent } from '@/lib/promise/files'
import { readableSize } from './state-words'

export interface ChangeViewProps {
  readonly change: FileChange
  /** One column: there is no room for two. */
  readonly inline: boolean
  /** Where the left side lies, if not in a kept state. */
  readonly before?: string
}

const BADGES = {
  added: { tone: 'green', word: 'added' },
  changed: { tone: 'amber', word: 'changed' },
  deleted: { tone: 'red', word: 'deleted' },
} as const

/** One changed file, before and after. */
export function ChangeView({ change, inline, before: where }: ChangeViewProps) {
  const before = change.kind === 'added' ? undefined : change.before
  const after = change.kind === 'deleted' ? undefined : change.after
  const { tone, word } = BADGES[change.kind]
  const mode =
    before && after && before.executable !== after.executable
      ? after.executable
        ? 'now executable'
        : 'no longer executable'
      : undefined
  const texts = [before?.content, after?.content].map(textOf)
  return (
    <div className="flex h-full min-w-0 flex-col bg-code">
      <div className="flex h-9 shrink-0 items-center gap-2 border-line border-b bg-panel px-3">
        <span className="min-w-0 flex-1 truncate font-mono text-sm" title={change.path}>
          {change.path}
        </span>
        {where && before && after ? (
          <span className="shrink-0 text-faint text-sm">left: {where}</span>
        ) : null}
        {mode ? <Badge>{mode}</Badge> : null}
        <Badge tone={tone}>{word}</Badge>
      </div>
      <div className="min-h-0 flex-1">
        {texts.some((text) => text === undefined) ? (
          <p className="p-4 text-dim">
            Not text: {[before, after].map((file) => sizeOf(file?.content)).join(' before, ')} now.
          </p>
        ) : change.kind !== 'changed' ? (
          // One side is empty: two columns would say no more than one.
          <CodeEditor
            key={change.path}
            path={change.path}
            text={texts[0] || texts[1] || ''}
            language={languageOf(change.path)}
            label={`${change.path}, ${word}`}
            readOnly
          />
        ) : (
          <DiffEditor
            key={change.path}
            path={change.path}
            original={texts[0] ?? ''}
            modified={texts[1] ?? ''}
            inline={inline}
            readOnly
            label={`${change.path} now`}
          />
        )}
      </div>
    </div>
  )
}

/** The text of a side, `''` where there is no file; `undefined` when it is not text. */
function textOf(content: FileContent | undefined): string | undefined {
  if (!content) return ''
  return isText(content) ? (content.text ?? undefined) : undefined
}

function sizeOf(content: FileContent | undefined): string {
  return content ? readableSize(content.size) : 'no file'
}
