import clsx from 'clsx'
import { Slot } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'link'

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant
  readonly size?: 'md' | 'sm'
  /** A lucide icon before the text. */
  readonly icon?: ReactNode
  /** Takes the look onto the single child, e.g. a link. */
  readonly asChild?: boolean
}

const looks: Record<ButtonVariant, string> = {
  primary:
    'border-accent bg-accent font-medium text-on-accent hover:border-accent-hover hover:bg-accent-hover',
  secondary: 'border-line2 bg-raised text-text hover:bg-hover',
  ghost: 'border-transparent text-dim hover:bg-hover hover:text-text',
  danger: 'border-red-line bg-raised text-red hover:bg-red-bg',
  link: 'border-transparent text-accent-text hover:underline',
}

/** A push button; `type` is `button` unless the caller says otherwise. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  asChild = false,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const Element = asChild ? Slot.Root : 'button'
  return (
    <Element
      {...(asChild ? {} : { type })}
      className={clsx(
        'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border transition-colors duration-75 disabled:opacity-50 aria-disabled:opacity-50 data-disabled:opacity-50',
        variant === 'link' ? 'px-1' : size === 'md' ? 'px-2.5' : 'px-2',
        size === 'md' ? 'h-[30px]' : 'h-6 text-sm',
        looks[variant],
        className,
      )}
      {...rest}
    >
      {asChild ? (
        children
      ) : (
        <>
          {icon}
          {children}
        </>
      )}
    </Element>
  )
}
