import { useId } from 'react'
import type { ControlProps } from './part-field'

export interface GroupProps extends Pick<ControlProps, 'frame'> {
  readonly says: { readonly error?: string; readonly warning?: string }
  readonly children: React.ReactNode
}

/** What holds more than one control: a heading with what it means, and what is wrong with it. */
export function Group({ frame, says, children }: GroupProps): React.ReactElement {
  const id = useId()
  const message = says.error ?? says.warning
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in one line with a button
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={frame.help || message ? `${id}-about` : undefined}
      className={frame.className}
    >
      <div className="mb-1 flex items-center justify-between gap-2">
        <span id={`${id}-label`} className="text-dim text-sm">
          {frame.label}
        </span>
        {frame.aside}
      </div>
      {frame.help || message ? (
        <div id={`${id}-about`} className="-mt-0.5 mb-1.5 text-sm">
          {message ? (
            <p className={says.error === undefined ? 'text-amber' : 'text-red'}>{message}</p>
          ) : null}
          {frame.help ? <p className="text-faint">{frame.help}</p> : null}
        </div>
      ) : null}
      {children}
    </div>
  )
}
