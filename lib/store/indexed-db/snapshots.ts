import type { Snapshot, SnapshotSummary, UnreadableSnapshot } from '../drafts'
import { contentsOf, hold, lacking, readContents, release } from './blobs'
import type { ReadStores, Stores } from './database'
import {
  FORMAT,
  heldByState,
  readSnapshot,
  readState,
  type SnapshotRecord,
  type StateRecord,
} from './records'

/** Summaries of the kept states of a draft that can be read, latest first. */
export async function listSnapshots(
  stores: ReadStores,
  draftId: string,
): Promise<readonly SnapshotSummary[]> {
  return (await readAll(stores, draftId))
    .flatMap(({ read }) => (read.ok ? [summaryOf(read.record)] : []))
    .sort((a, b) => b.at - a.at || a.id.localeCompare(b.id))
}

/** The kept states of a draft that cannot be read. */
export async function listUnreadableSnapshots(
  stores: ReadStores,
  draftId: string,
): Promise<readonly UnreadableSnapshot[]> {
  return (await readAll(stores, draftId)).flatMap(({ id, summary, read }) => {
    if (read.ok) return []
    const { name } = summary as { name?: unknown }
    return [{ id, name: typeof name === 'string' ? name : '', reason: read.reason }]
  })
}

/** Reads the summary of each kept state of a draft, and looks whether the rest is there. */
async function readAll(stores: ReadStores, draftId: string) {
  const there = new Set(await stores.blobs.getAllKeys())
  return (await keptOf(stores, draftId)).map(({ id, summary, state }) => {
    let read = readSnapshot(summary)
    try {
      const { authored, built } = readState(state)
      const lost = [...authored, ...built].find(([, hash]) => !there.has(hash))
      if (read.ok && lost) read = { ok: false, reason: lacking('The kept state', lost[0]) }
    } catch (error) {
      if (read.ok) read = { ok: false, reason: (error as Error).message }
    }
    return { id, summary, read }
  })
}

/** A kept state with its files. @throws Error when it is there and cannot be read. */
export async function loadSnapshot(stores: ReadStores, id: string): Promise<Snapshot | undefined> {
  const stored = await stores.snapshots.get(id)
  if (stored === undefined) return undefined
  const read = readSnapshot(stored)
  if (!read.ok) throw new Error(read.reason)
  const state = readState(await stores.states.get(id))
  const contentOf = await readContents(stores, heldByState(state), 'The kept state')
  return {
    ...summaryOf(read.record),
    authored: new Map(state.authored.map(([path, hash]) => [path, contentOf(path, hash)])),
    built: new Map(
      state.built.map(([path, hash, executable]) => [
        path,
        { content: contentOf(path, hash), executable },
      ]),
    ),
  }
}

/** What `keepSnapshot` stores, hashed: hashing within a transaction would let it close. */
export function hashedSnapshot({ authored, built, ...summary }: Snapshot) {
  const state: StateRecord = {
    authored: [...authored].map(([path, content]) => [path, content.hash]),
    built: [...built].map(([path, file]) => [path, file.content.hash, file.executable]),
  }
  const contents = contentsOf([
    ...authored.values(),
    ...[...built.values()].map((file) => file.content),
  ])
  return { summary, state, contents }
}

/** Stores a state of a draft that is stored, in place of one of the same id. */
export async function keepSnapshot(
  stores: Stores,
  { summary, state, contents }: ReturnType<typeof hashedSnapshot>,
): Promise<void> {
  if ((await stores.drafts.getKey(summary.draftId)) === undefined) {
    throw new Error('Its draft is not stored.')
  }
  const before = await stores.states.get(summary.id)
  const record: SnapshotRecord = { ...summary, format: FORMAT }
  await hold(stores, heldByState(state), contents)
  await stores.snapshots.put(record)
  await stores.states.put(state, summary.id)
  if (before !== undefined) await release(stores, heldByState(before))
}

/** Deletes a kept state. */
export async function forgetSnapshot(stores: Stores, id: string): Promise<void> {
  const before = await stores.states.get(id)
  await stores.snapshots.delete(id)
  await stores.states.delete(id)
  if (before !== undefined) await release(stores, heldByState(before))
}

/** All that is stored of the kept states of a draft, readable or not, as it is. */
export async function keptOf(
  {
    snapshots,
    states,
  }: Pick<Stores, 'snapshots' | 'states'> | Pick<ReadStores, 'snapshots' | 'states'>,
  draftId: string,
): Promise<readonly { id: string; summary: unknown; state: unknown }[]> {
  const kept: { id: string; summary: unknown; state: unknown }[] = []
  for (const id of await snapshots.index('draftId').getAllKeys(draftId)) {
    kept.push({ id, summary: await snapshots.get(id), state: await states.get(id) })
  }
  return kept
}

function summaryOf({ format, ...summary }: SnapshotRecord): SnapshotSummary {
  return summary
}
