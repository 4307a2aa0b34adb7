import { RULES } from '@/lib/rules'

/** The headings of a page, in their order. */
export const HEADINGS = ['Trigger', 'Why', 'Cure', 'Authority'] as const

/** What stands below a heading of a page. */
export function section(page: string, heading: string): string {
  return page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0]?.trim() ?? ''
}

/** What the pages say, for the page to show: rule -> heading -> text. */
export function rulePages(pageOf: (id: string) => string): string {
  const pages = RULES.map(({ id }) => {
    const page = pageOf(id)
    const text = (heading: string) => section(page, heading).replaceAll('**', '')
    return [
      id,
      {
        severity: /^Severity: (.+)\.$/m.exec(page)?.[1] ?? '',
        trigger: text('Trigger'),
        why: text('Why'),
        cure: text('Cure'),
        authority: text('Authority'),
      },
    ]
  })
  return `${JSON.stringify(Object.fromEntries(pages), undefined, 2)}\n`
}

/** Demands of kratix.md 4 that no rule of ours holds, and why not. */
export const NOT_HELD: Readonly<Record<number, string>> = {
  12: 'stands for 39-105: the whole CustomResourceDefinition is created on trial',
  13: 'stands for 106-110: it is updated on trial',
  22: 'stands for 24-38: the Job of each pipeline is created on trial',
  24: 'which namespaces there are, the cluster alone knows',
  99: 'which other names of the group are taken, the cluster alone knows',
  114: 'larger than 113 allows',
  115: 'what a pipeline writes is known when it runs',
}

/** The demands of kratix.md 4 that a page names as its authority. */
export function numbersOf(page: string): readonly number[] {
  const lists = section(page, 'Authority').matchAll(
    /rules? ((?:\d+(?:-\d+)?(?![.\d]*\d)(?:, | and )?)+)/g,
  )
  return [...lists].flatMap(([, list = '']) =>
    [...list.matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, from, to]) => {
      const first = Number(from)
      return Array.from({ length: Number(to ?? from) - first + 1 }, (_, i) => first + i)
    }),
  )
}

/** How many demands kratix.md 4 numbers. */
export const DEMANDS = 115

/** Which rules hold a demand: for every number at least one, or a reason. */
export function heldBy(pageOf: (id: string) => string): ReadonlyMap<number, readonly string[]> {
  const all = RULES.flatMap(({ id }) => numbersOf(pageOf(id)).map((number) => ({ id, number })))
  return new Map(
    Array.from({ length: DEMANDS }, (_, i) => [
      i + 1,
      all.filter(({ number }) => number === i + 1).map(({ id }) => id),
    ]),
  )
}

/** `docs/rules/README.md`: every rule in the order of the index, with what triggers it. */
export function rulesIndex(pageOf: (id: string) => string): string {
  const rows = RULES.map(({ id }) => {
    const page = pageOf(id)
    const severity = /^Severity: (.+)\.$/m.exec(page)?.[1] ?? ''
    return `| [${id}](${id}.md) | ${severity} | ${section(page, 'Trigger')} |`
  })
  const demands = [...heldBy(pageOf)].map(([number, ids]) => {
    const links = ids.map((id) => `[${id}](${id}.md)`).join(', ')
    return `| ${number} | ${[links, NOT_HELD[number]].filter(Boolean).join('; ')} |`
  })
  return `# Rules

What \`npm run designer -- check\` and the problem list say, one page each: what triggers the rule, why
it is there, the cure, and the authority (numbers are those of the Kratix reference, kratix.md). A rule
whose name ends in \`-not-judged\` names what may be valid or not: the cluster has to be asked.

Written by \`npm run rules-index\` from the pages; a test compares them.

| Rule | Severity | Trigger |
| --- | --- | --- |
${rows.join('\n')}

## By number

Which rules hold each demand that kratix.md 4 numbers; where none does, why not.

| Number | Rules |
| --- | --- |
${demands.join('\n')}
`
}
