import clsx from 'clsx'

export interface DotProps {
  readonly tone: 'red' | 'amber' | 'green' | 'accent'
  /** What it means, for those who do not see it; without it the text beside it must say it. */
  readonly label?: string
  readonly className?: string
}

const tones = { red: 'bg-red', amber: 'bg-amber', green: 'bg-green', accent: 'bg-accent' }

export function Dot({ tone, label, className }: DotProps) {
  return (
    <span
      {...(label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true })}
      className={clsx('inline-block size-[7px] shrink-0 rounded-full', tones[tone], className)}
    />
  )
}
