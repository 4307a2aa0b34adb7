import clsx from 'clsx'
import type { ReactNode } from 'react'

/** What every field offers around its control. */
export interface FieldFrameProps {
  readonly label: string
  /** Only for the eye: the accessible name stays `label`. For cells of a table with a heading. */
  readonly hideLabel?: boolean
  readonly help?: ReactNode
  /** The reason of the rule that the value breaks. */
  readonly error?: string | undefined
  /** Lines kept free below the control, so that a message moves nothing. 0 in table cells. */
  readonly reserve?: 0 | 1 | 2
  /** Beside the label, at the right: a link, a small button. */
  readonly aside?: ReactNode
  readonly className?: string
}

export interface FieldProps extends FieldFrameProps {
  readonly id: string
  /** `span` when the control is not one labelable element (it then uses `aria-labelledby`). */
  readonly labelAs?: 'label' | 'span'
  readonly children: ReactNode
}

/** Attributes that tie a control with the id `id` to its messages. */
export function fieldAttributes(id: string, error: string | undefined, help: ReactNode) {
  return {
    id,
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': error !== undefined || help ? `${id}-message` : undefined,
  }
}

/** Label above, message below, the control between. */
export function Field({
  id,
  label,
  hideLabel = false,
  help,
  error,
  reserve = 1,
  aside,
  labelAs: Label = 'label',
  className,
  children,
}: FieldProps) {
  const message = error ?? help
  return (
    <div className={clsx('min-w-0', className)}>
      <div className={clsx('flex items-center justify-between gap-2', !hideLabel && 'mb-1')}>
        <Label
          id={`${id}-label`}
          {...(Label === 'label' ? { htmlFor: id } : {})}
          className={clsx('text-dim text-sm', hideLabel && 'sr-only')}
        >
          {label}
        </Label>
        {aside}
      </div>
      {children}
      <div className={clsx('relative', ['h-0', 'min-h-[19px]', 'min-h-[35px]'][reserve])}>
        {message ? (
          <p
            id={`${id}-message`}
            className={clsx(
              'pt-[3px] text-sm',
              // An error is laid over what follows when it needs more room than is kept free.
              error !== undefined
                ? 'absolute inset-x-0 top-0 z-10 rounded-b-md bg-raised text-red'
                : 'text-faint',
            )}
          >
            {message}
          </p>
        ) : null}
      </div>
    </div>
  )
}
