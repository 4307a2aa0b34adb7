'use client'

import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { Tooltip, type TooltipProps } from './tooltip'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** The accessible name; also the tooltip unless `tooltip` says more. */
  readonly label: string
  readonly icon: ReactNode
  readonly tooltip?: ReactNode
  readonly tooltipSide?: TooltipProps['side']
  readonly size?: 'md' | 'sm'
  readonly danger?: boolean
}

/** A square button with an icon alone. Without an action it stays focusable and says why. */
export function IconButton({
  label,
  icon,
  tooltip,
  tooltipSide,
  size = 'md',
  danger = false,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={tooltip ?? label} side={tooltipSide}>
      <button
        type={type}
        aria-label={label}
        className={clsx(
          'inline-flex shrink-0 items-center justify-center rounded-md text-dim transition-colors duration-75 aria-disabled:cursor-default disabled:opacity-40 aria-disabled:opacity-40',
          'aria-pressed:text-text data-[state=open]:bg-hover',
          danger ? 'hover:bg-red-bg hover:text-red' : 'hover:bg-hover hover:text-text',
          size === 'md' ? 'size-[30px]' : 'size-6',
          className,
        )}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
