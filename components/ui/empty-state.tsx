import clsx from 'clsx'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly icon?: ReactNode
  /** One sentence that teaches what belongs here. */
  readonly children: ReactNode
  /** One action. */
  readonly action?: ReactNode
  readonly className?: string
}

export function EmptyState({ icon, children, action, className }: EmptyStateProps) {
  return (
    <div
      className={clsx(
        'flex flex-col items-center gap-3 rounded-xl border border-line2 border-dashed px-6 py-8 text-center',
        className,
      )}
    >
      {icon ? <span className="text-faint">{icon}</span> : null}
      <p className="max-w-[52ch] text-balance text-dim">{children}</p>
      {action}
    </div>
  )
}
