import type { DraftSummary, ProblemCounts } from '@/lib/store/drafts'

/** "1 step", "3 steps". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

/** A size as people read it: `812 B`, `3.4 KB`, `27 KB`, `1.2 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  const [value, unit] = bytes < 999_500 ? [bytes / 1_000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${value.toFixed(value < 9.95 ? 1 : 0)} ${unit}`
}

/** "2 errors, 1 warning"; `undefined` when there is none or nobody has counted. */
export function problemsInWords(problems: ProblemCounts | undefined): string | undefined {
  if (!problems) return undefined
  const { errors, warnings } = problems
  const words = [
    errors > 0 ? count(errors, 'error') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
  ].filter(Boolean)
  return words.length > 0 ? words.join(', ') : undefined
}

/** What a copy of `name` is called: "Copy of redis", "Copy of redis 2" when that is taken. */
export function copyTitle(name: string, taken: readonly string[]): string {
  const first = `Copy of ${name.replace(/^Copy of (.+?)(?: \d+)?$/, '$1')}`
  let title = first
  for (let n = 2; taken.includes(title); n += 1) title = `${first} ${n}`
  return title
}

/** The drafts in which every word of `search` stands: in title, name, API or version. */
export function matching(drafts: readonly DraftSummary[], search: string): readonly DraftSummary[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return drafts.filter((draft) => {
    const text = [draft.title, draft.name, draft.group, draft.kind, draft.apiVersion, draft.version]
      .join('\n')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
