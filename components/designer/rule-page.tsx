import pages from './rule-pages.json'
import { withCode } from './with-code'

/** What the page of a rule says; `docs/rules` holds the pages. */
export interface RulePage {
  readonly severity: string
  readonly trigger: string
  readonly why: string
  readonly cure: string
  readonly authority: string
}

const PAGES: Readonly<Record<string, RulePage | undefined>> = pages

const PARTS = [
  ['trigger', 'When'],
  ['why', 'Why'],
  ['cure', 'Cure'],
  ['authority', 'By whom'],
] as const

/** The page of the rule `code`, read from what came with this page: nothing is fetched elsewhere. */
export function RulePage({ code }: { readonly code: string }) {
  const page = PAGES[code]
  if (!page) throw new Error(`The rule ${code} has no page`)
  return (
    <dl className="grid gap-3 pb-1">
      {PARTS.map(([part, heading]) => (
        <div key={part}>
          <dt className="font-medium text-dim text-sm">{heading}</dt>
          <dd className="mt-0.5 break-words">{withCode(page[part])}</dd>
        </div>
      ))}
    </dl>
  )
}
