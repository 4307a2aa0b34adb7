import type { ReactNode } from 'react'

export interface SectionHeadProps {
  readonly title: string
  /** One sentence under the title. */
  readonly children?: ReactNode
  /** Buttons at the right. */
  readonly actions?: ReactNode
}

/** The head of a form in the middle of the window. */
export function SectionHead({ title, children, actions }: SectionHeadProps) {
  return (
    <div className="mb-3.5 flex flex-wrap items-start sm:flex-nowrap justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <h1 className="font-semibold text-lg tracking-tight">{title}</h1>
        {children ? <p className="mt-0.5 text-dim">{children}</p> : null}
      </div>
      {actions ? <div className="flex gap-2">{actions}</div> : null}
    </div>
  )
}

export interface CardProps {
  readonly title: ReactNode
  readonly hint?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A framed part of a form, with a line of its own for the title. */
export function Card({ title, hint, actions, children }: CardProps) {
  return (
    <section className="mb-3 rounded-[10px] border border-line bg-raised">
      <div className="flex min-h-[38px] flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-3 py-1">
        <h2 className="font-semibold">{title}</h2>
        {hint ? <span className="text-faint">{hint}</span> : null}
        <span className="flex-1" />
        {actions}
      </div>
      <div className="px-3 py-2.5">{children}</div>
    </section>
  )
}
