'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button'

export interface CopyButtonProps {
  readonly text: string
  /** What is copied, for who hears it: "the example". */
  readonly what?: string
}

/** Copies a text where the browser can; without TLS, as inside a company, there is no clipboard. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [state, setState] = useState<{ readonly said: 'Copied' | 'Not allowed'; of: string }>()
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState({ said: 'Copied', of: text }),
      () => setState({ said: 'Not allowed', of: text }), // people may say no: the text is in sight
    )
  if (typeof navigator === 'undefined' || !('clipboard' in navigator)) return null
  const said = state?.of === text ? state.said : undefined
  return (
    <Button
      size="sm"
      icon={said === 'Copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      onClick={() => void copy()}
    >
      {said ?? 'Copy'}
      {what ? <span className="sr-only"> {what}</span> : null}
    </Button>
  )
}
