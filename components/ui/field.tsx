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
  /** What is worth a look, though the value may stay; said when there is no error. */
  readonly warning?: string | undefined
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

const ROOM = ['h-0', 'min-h-[19px]', 'min-h-[35px]']
/** How much of a fault is in sight: without room none, until the user comes to the field. */
const LINES = [
  'left-0 w-max max-w-80 pointer-events-none opacity-0 group-focus-within/field:opacity-100 group-hover/field:opacity-100',
  '-inset-x-1.5 line-clamp-1 in-data-wrap-messages:line-clamp-3',
  '-inset-x-1.5 line-clamp-2 in-data-wrap-messages:line-clamp-3',
]

/**
 * Label above, message below, the control between. Inside an element with `data-wrap-messages` a
 * message takes up to three lines, and what follows makes room for those beyond the reserved ones.
 */
export function Field({
  id,
  label,
  hideLabel = false,
  help,
  error,
  warning,
  reserve = 1,
  aside,
  labelAs: Label = 'label',
  className,
  children,
}: FieldProps) {
  const message = error ?? warning
  return (
    <div className={clsx('group/field min-w-0', className)}>
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
      <div className={clsx('relative', ROOM[reserve])}>
        {message !== undefined && reserve > 0 ? (
          // The room of the message, which itself is laid over it: three lines at most.
          <span
            aria-hidden
            data-text={message}
            className="invisible hidden max-h-[51px] overflow-hidden break-words pt-[3px] text-sm before:content-[attr(data-text)] in-data-wrap-messages:block"
          />
        ) : null}
        {message !== undefined ? (
          // In short below the field; in full, laid over what follows, while the user is at it.
          <p
            id={`${id}-message`}
            className={clsx(
              'absolute top-0 z-20 break-words rounded-md px-1.5 pt-[3px] text-sm',
              error === undefined ? 'text-amber' : 'text-red',
              LINES[reserve],
              'group-focus-within/field:line-clamp-none group-focus-within/field:bg-raised group-focus-within/field:pb-1 group-focus-within/field:shadow-float group-hover/field:line-clamp-none group-hover/field:bg-raised group-hover/field:pb-1 group-hover/field:shadow-float',
            )}
          >
            {message}
          </p>
        ) : help ? (
          <p id={`${id}-message`} className="pt-[3px] pb-2 text-faint text-sm">
            {help}
          </p>
        ) : null}
      </div>
    </div>
  )
}
