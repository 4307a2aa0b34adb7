import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'accent' | 'red' | 'amber' | 'green'

export interface BadgeProps {
  readonly tone?: Tone
  /** `type` is the square one for kinds and types, `chip` the round one for versions and states. */
  readonly shape?: 'chip' | 'type'
  readonly mono?: boolean
  readonly className?: string
  readonly children: ReactNode
}

const tones: Record<Tone, string> = {
  neutral: 'border-line text-dim',
  accent: 'border-accent-bg bg-accent-bg text-accent-text',
  red: 'border-red-line bg-red-bg text-red',
  amber: 'border-amber-line bg-amber-bg text-amber',
  green: 'border-green-line bg-green-bg text-green',
}

/** A short word about a thing. Says it in text; the colour only helps. */
export function Badge({
  tone = 'neutral',
  shape = 'chip',
  mono = false,
  className,
  children,
}: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-[22px] shrink-0 items-center gap-1 whitespace-nowrap border text-sm',
        shape === 'chip' ? 'rounded-full px-2' : 'rounded-[5px] px-1.5',
        mono && 'font-mono',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
