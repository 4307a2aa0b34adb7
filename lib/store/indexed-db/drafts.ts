import {
  byDate,
  ChangedElsewhere,
  type DraftCopy,
  type DraftSummary,
  type DraftWords,
  refuseStale,
  type SavedDraft,
  type UnreadableDraft,
} from '../drafts'
import { type Contents, contentsOf, hold, lacking, readContents, release } from './blobs'
import type { ReadStores, Stores } from './database'
import {
  type DraftRecord,
  FORMAT,
  heldByDraft,
  heldByState,
  type ReadRecord,
  readDraft,
  summaryOf,
} from './records'
import { keptOf } from './snapshots'
import { putTryout, tryoutOf } from './tryouts'

/** Summaries of the drafts that can be read, latest first. */
export async function listDrafts({ drafts, blobs }: ReadStores): Promise<readonly DraftSummary[]> {
  const there = new Set(await blobs.getAllKeys())
  return (await drafts.getAll())
    .map((stored) => readWhole(stored, there))
    .flatMap((read) => (read.ok ? [summaryOf(read.record)] : []))
    .sort(byDate)
}

/** A draft's record whose content is there as well; else why the draft cannot be read. */
function readWhole(stored: unknown, there: ReadonlySet<string>): ReadRecord<DraftRecord> {
  const read = readDraft(stored)
  const lost = read.ok ? read.record.files.find(([, hash]) => !there.has(hash)) : undefined
  return lost ? { ok: false, reason: lacking('The draft', lost[0]) } : read
}

/** The drafts that cannot be read. */
export async function listUnreadable({
  drafts,
  blobs,
}: ReadStores): Promise<readonly UnreadableDraft[]> {
  const there = new Set(await blobs.getAllKeys())
  return (await drafts.getAll()).flatMap((stored) => {
    const read = readWhole(stored, there)
    if (read.ok) return []
    const { id, title, summary } = stored as Record<string, unknown>
    const name = (summary as { name?: unknown } | undefined)?.name
    const words = [title, name].filter((word) => typeof word === 'string' && word !== '')
    return [{ id: String(id), name: String(words[0] ?? ''), reason: read.reason }]
  })
}

/**
 * A draft with its files. @throws Error when it is there and cannot be read.
 * @param recent contents that are at hand: those of them that are stored are given as they are
 */
export async function loadDraft(
  stores: ReadStores,
  id: string,
  recent?: Contents,
): Promise<SavedDraft | undefined> {
  const record = readable(await stores.drafts.get(id))
  if (!record) return undefined
  const contentOf = await readContents(stores, heldByDraft(record), 'The draft', recent)
  const files = new Map(record.files.map(([path, hash]) => [path, contentOf(path, hash)]))
  const { createdAt, savedAt, place, title, report } = record
  const summary = summaryOf(record)
  return { id, createdAt, savedAt, basedOn: savedAt, files, place, summary, title, report }
}

/** What `saveDraft` stores, hashed: hashing within a transaction would let it close. */
export function hashed(draft: SavedDraft) {
  const files = [...draft.files].map(([path, content]) => [path, content.hash] as const)
  return { draft, files, contents: contentsOf(draft.files.values()) }
}

/** Stores a draft in place of the version that it continues. */
export async function saveDraft(
  stores: Stores,
  { draft, files, contents }: ReturnType<typeof hashed>,
  may?: () => boolean,
): Promise<void> {
  const before = readable(await stores.drafts.get(draft.id))
  refuseStale(before?.savedAt, draft, may)
  const held = new Set(before?.files.map(([, hash]) => hash))
  const { title, problems, ...summary } = draft.summary
  const record: DraftRecord = {
    id: draft.id,
    format: FORMAT,
    createdAt: draft.createdAt,
    savedAt: draft.savedAt,
    place: draft.place,
    title: before ? before.title : draft.title,
    problems: before ? before.problems : problems,
    report: draft.report,
    summary,
    files,
  }
  const holds = heldByDraft(record)
  await hold(stores, difference(holds, held), contents)
  await stores.drafts.put(record)
  await release(stores, difference(held, holds))
}

/** Sets title, count of problems and what Try it keeps, of a draft that is there. */
export async function describeDraft(
  stores: Stores,
  id: string,
  { tryout, ...words }: DraftWords,
): Promise<void> {
  const record = readable(await stores.drafts.get(id))
  if (!record && tryout) throw new ChangedElsewhere('deleted')
  if (!record) return
  if (tryout) await putTryout(stores, id, tryout)
  if (words.title === undefined && words.problems === undefined) return
  const { title = record.title, problems = record.problems } = words
  await stores.drafts.put({ ...record, title: title || undefined, problems })
}

/** Copies a draft, its kept states and what Try it keeps of it; bytes are shared. */
export async function duplicateDraft(stores: Stores, id: string, copy: DraftCopy): Promise<void> {
  const record = readable(await stores.drafts.get(id))
  if (!record) throw new Error('The draft is not there any more.')
  const { title, at: savedAt } = copy
  const summary = { ...record.summary, id: copy.id, savedAt }
  const twin: DraftRecord = { ...record, id: copy.id, createdAt: savedAt, savedAt, title, summary }
  await stores.drafts.add(twin)
  await hold(stores, heldByDraft(twin))
  await putTryout(stores, copy.id, (await tryoutOf(stores, id)) ?? {})
  for (const [i, { summary, state }] of (await keptOf(stores, id)).entries()) {
    const own = `${copy.id}.${i}`
    await stores.snapshots.add({ ...(summary as object), id: own, draftId: copy.id })
    await stores.states.add(state, own)
    await hold(stores, heldByState(state))
  }
}

function readable(stored: unknown): DraftRecord | undefined {
  if (stored === undefined) return undefined
  const read = readDraft(stored)
  if (!read.ok) throw new Error(read.reason)
  return read.record
}

function difference(all: ReadonlySet<string>, without: ReadonlySet<string>): readonly string[] {
  return [...all].filter((hash) => !without.has(hash))
}
