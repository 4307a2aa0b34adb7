import type { Snapshot, SnapshotSummary } from '../drafts'
import { contentsOf, hold, readContents, release } from './blobs'
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
  { snapshots }: ReadStores,
  draftId: string,
): Promise<readonly SnapshotSummary[]> {
  return (await snapshots.index('draftId').getAll(draftId))
    .map(readSnapshot)
    .flatMap((read) => (read.ok ? [summaryOf(read.record)] : []))
    .sort((a, b) => b.at - a.at || a.id.localeCompare(b.id))
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
  { snapshots, states }: Pick<Stores, 'snapshots' | 'states'>,
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
