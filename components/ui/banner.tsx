import clsx from 'clsx'
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export interface BannerProps {
  readonly tone: 'info' | 'warning' | 'error'
  readonly children: ReactNode
  /** Buttons at the right. */
  readonly actions?: ReactNode
  readonly className?: string
}

const looks = {
  info: { box: 'border-accent-line bg-accent-bg', icon: Info, ink: 'text-accent-text' },
  warning: { box: 'border-amber-line bg-amber-bg', icon: TriangleAlert, ink: 'text-amber' },
  error: { box: 'border-red-line bg-red-bg', icon: CircleAlert, ink: 'text-red' },
}

/** A state of the whole pane that the user must know of. Errors are read out at once. */
export function Banner({ tone, children, actions, className }: BannerProps) {
  const { box, icon: Icon, ink } = looks[tone]
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={clsx(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border px-3 py-2',
        box,
        className,
      )}
    >
      <Icon size={16} aria-hidden className={clsx('shrink-0', ink)} />
      <div className="min-w-0 flex-1 basis-48 text-text">{children}</div>
      {actions ? <div className="flex gap-2">{actions}</div> : null}
    </div>
  )
}
