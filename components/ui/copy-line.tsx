'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button'

export interface CopyLineProps {
  readonly text: string
}

/** A line for a shell, with a button that copies it where the browser can. */
export function CopyLine({ text }: CopyLineProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'), // the browser asks, and people may say no: the text is in sight
    )
  // Without TLS, as inside a company, there is no clipboard.
  const can = typeof navigator !== 'undefined' && 'clipboard' in navigator
  return (
    <div className="flex items-start gap-2 rounded-lg border border-line bg-panel py-2 pr-2 pl-3">
      <pre className="min-w-0 flex-1 whitespace-pre-wrap break-all pt-0.5">{text}</pre>
      {can ? (
        <Button
          size="sm"
          icon={
            state === 'copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />
          }
          onClick={() => void copy()}
        >
          {state === 'copied' ? 'Copied' : state === 'failed' ? 'Not allowed' : 'Copy'}
        </Button>
      ) : null}
    </div>
  )
}
