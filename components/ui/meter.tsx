import clsx from 'clsx'
import { useId } from 'react'

export interface MeterProps {
  readonly label: string
  readonly value: number
  readonly limit: number
  /** How the numbers read, e.g. bytes as `812 KB`; plain numbers without it. */
  readonly format?: (value: number) => string
  /** Only the bar; the words stay for those who do not see it. */
  readonly compact?: boolean
  readonly className?: string
}

const plain = (value: number) => value.toLocaleString('en-GB')

/** How much of a limit is used: calm below 85 %, amber up to the limit, red beyond. */
export function Meter({ label, value, limit, format = plain, compact, className }: MeterProps) {
  const id = useId()
  const share = limit > 0 ? value / limit : 0
  const state = share > 1 ? 'over' : share > 0.85 ? 'near' : 'fine'
  const text = `${format(value)} of ${format(limit)}${state === 'over' ? ', over the limit' : ''}`
  return (
    <div className={clsx('min-w-0', className)}>
      {compact ? null : (
        <div className="mb-1 flex justify-between gap-3 text-sm">
          <span id={id} className="text-dim">
            {label}
          </span>
          <span
            className={clsx(
              'tabular-nums',
              { fine: 'text-faint', near: 'text-amber', over: 'text-red' }[state],
            )}
          >
            {text}
          </span>
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: browsers do not let <meter> be styled alike */}
      <div
        role="meter"
        {...(compact
          ? { 'aria-label': label, title: `${label}: ${text}` }
          : { 'aria-labelledby': id })}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(value, limit)}
        aria-valuetext={text}
        className="h-1 overflow-hidden rounded-full bg-line"
      >
        <div
          className={clsx(
            'h-full rounded-full transition-[width] duration-150',
            { fine: 'bg-accent', near: 'bg-amber', over: 'bg-red' }[state],
          )}
          style={{ width: `${Math.min(100, share * 100)}%` }}
        />
      </div>
    </div>
  )
}
