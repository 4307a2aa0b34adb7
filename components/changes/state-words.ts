import type { SnapshotKind, SnapshotSummary } from '@/lib/store/drafts'

/** What happened when a state was kept. */
export const KIND_WORDS: Readonly<Record<SnapshotKind, string>> = {
  opened: 'Opened',
  download: 'Downloaded',
  folder: 'Written to folder',
  named: 'Kept',
}

/** When, as people write it: "22 Nov 2026, 10:53". */
export function when(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}

/** A state in a sentence: "the download redis-promise.zip", "“before the rename”". */
export function named({ kind, name }: Pick<SnapshotSummary, 'kind' | 'name'>): string {
  if (kind === 'opened') return `${name || 'the repository'} as opened`
  if (kind === 'download') return `the download ${name}`
  if (kind === 'folder') return `the folder ${name}`
  return `“${name}”`
}

/** The same with its time, which tells several downloads apart. */
export function namedAndDated(state: Pick<SnapshotSummary, 'kind' | 'name' | 'at'>): string {
  const on = { opened: 'on', download: 'of', folder: 'as written on', named: 'of' }[state.kind]
  return `${named(state)} ${on} ${when(state.at)}`
}

/** A state in a list to choose from. */
export function inList(state: SnapshotSummary): string {
  return `${KIND_WORDS[state.kind]}: ${state.name || 'repository'} (${when(state.at)})`
}

/** Bytes as people read them. */
export function readableSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(bytes < 10_000 ? 1 : 0)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** "1 file", "3 files". */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
