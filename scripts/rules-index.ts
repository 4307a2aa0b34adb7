import { RULES } from '@/lib/rules'

/** The headings of a page, in their order. */
export const HEADINGS = ['Trigger', 'Why', 'Cure', 'Authority'] as const

/** What stands below a heading of a page. */
export function section(page: string, heading: string): string {
  return page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0]?.trim() ?? ''
}

/** `docs/rules/README.md`: every rule in the order of the index, with what triggers it. */
export function rulesIndex(pageOf: (id: string) => string): string {
  const rows = RULES.map(({ id }) => {
    const page = pageOf(id)
    const severity = /^Severity: (.+)\.$/m.exec(page)?.[1] ?? ''
    return `| [${id}](${id}.md) | ${severity} | ${section(page, 'Trigger')} |`
  })
  return `# Rules

What \`npm run designer -- check\` and the problem list say, one page each: what triggers the rule, why
it is there, the cure, and the authority (numbers are those of the Kratix reference, kratix.md). A rule
whose name ends in \`-not-judged\` names what may be valid or not: the cluster has to be asked.

Written by \`npm run rules-index\` from the pages; a test compares them.

| Rule | Severity | Trigger |
| --- | --- | --- |
${rows.join('\n')}
`
}
