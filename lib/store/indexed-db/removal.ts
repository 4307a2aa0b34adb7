import { FileContent } from '@/lib/promise/files'
import type { RemovedDraft } from '../drafts'
import { hold, release } from './blobs'
import type { ReadStores, Stores } from './database'
import { filesIn, hashesIn, heldByDraft, heldByState, readDraft, readsState } from './records'
import { keptOf } from './snapshots'
import { putTryout, removeTryout, type Tryout, tryoutOf } from './tryouts'

/** A draft as it lay in the database: records untouched, so that unreadable ones come back too. */
interface Removed {
  readonly draft: unknown
  readonly tryout: Tryout | undefined
  readonly kept: Awaited<ReturnType<typeof keptOf>>
  /** What the draft held, and each kept state by its id. */
  readonly held: ReadonlyMap<string | undefined, readonly string[]>
  readonly blobs: ReadonlyMap<string, FileContent>
}

/** Deletes a draft, its kept states and what Try it keeps of it. */
export async function removeDraft(stores: Stores, id: string): Promise<RemovedDraft | undefined> {
  const draft = await stores.drafts.get(id)
  if (draft === undefined) return undefined
  const kept = await keptOf(stores, id)
  const tryout = await tryoutOf(stores, id)
  const holders: readonly Holder[] = [
    { id: undefined, hashes: heldByDraft(draft), sure: readDraft(draft).ok },
    ...kept.map(({ id, state }) => ({ id, hashes: heldByState(state), sure: readsState(state) })),
  ]
  const blobs = new Map<string, FileContent>()
  for (const hash of new Set(holders.flatMap(({ hashes }) => [...hashes]))) {
    const bytes = await stores.blobs.get(hash)
    if (bytes) blobs.set(hash, FileContent.fromBytes(bytes))
  }
  await stores.drafts.delete(id)
  await removeTryout(stores, id)
  for (const { id } of kept) {
    await stores.snapshots.delete(id)
    await stores.states.delete(id)
  }
  const held = await releaseAll(stores, holders)
  const removed: Removed = { draft, tryout, kept, held, blobs }
  return { id, stored: removed }
}

interface Holder {
  readonly id: string | undefined
  readonly hashes: ReadonlySet<string>
  /** Its record can be read; else `hashes` are all that look like one. */
  readonly sure: boolean
}

/** Releases what the holders held, whose records are deleted already; gives it by their ids. */
async function releaseAll(
  stores: Stores,
  holders: readonly Holder[],
): Promise<ReadonlyMap<string | undefined, readonly string[]>> {
  const held = new Map<string | undefined, readonly string[]>()
  const unsure = holders.filter(({ sure }) => !sure)
  for (const { id, hashes, sure } of holders) {
    if (!sure) continue
    await release(stores, hashes)
    held.set(id, [...hashes])
  }
  if (unsure.length === 0) return held
  // A record that we cannot read may name what others alone hold: only uses that no other record
  // accounts for were its own.
  const others = [
    ...(await stores.drafts.getAll()).map(heldByDraft),
    ...(await stores.states.getAll()).map(heldByState),
  ]
  for (const [i, { id, hashes }] of unsure.entries()) {
    const rest = [...others, ...unsure.slice(i + 1).map((later) => later.hashes)]
    const own: string[] = []
    for (const hash of hashes) {
      const uses = (await stores.uses.get(hash)) ?? 0
      if (uses > rest.filter((other) => other.has(hash)).length) own.push(hash)
    }
    await release(stores, own)
    held.set(id, own)
  }
  return held
}

/** Brings back what `removeDraft` took away and what did not come back by itself. */
export async function restoreDraft(stores: Stores, { id, stored }: RemovedDraft): Promise<void> {
  const { draft, tryout, kept, held, blobs } = stored as Removed
  // What was missing before stays missing: only what was there can be held again.
  const there = (id?: string) => (held.get(id) ?? []).filter((hash) => blobs.has(hash))
  if ((await stores.drafts.getKey(id)) === undefined) {
    await stores.drafts.add(draft)
    await hold(stores, there(), blobs)
    await putTryout(stores, id, tryout ?? {})
  }
  for (const { id, summary, state } of kept) {
    if ((await stores.snapshots.getKey(id)) !== undefined) continue
    await stores.snapshots.add(summary)
    if (state === undefined) continue
    await stores.states.add(state, id)
    await hold(stores, there(id), blobs)
  }
}

const encoder = new TextEncoder()
const jsonOf = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value, null, 2)}\n`)

/**
 * What can be got out of a draft's record of any shape: the record as JSON, the files that it
 * names, other content that it holds by SHA-256, and what Try it keeps of the draft.
 */
export async function salvageDraft(
  stores: ReadStores,
  id: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = await salvage(stores, await stores.drafts.get(id))
  const tryout = await tryoutOf(stores, id)
  if (!tryout) return found
  return new Map([...found, ['tryout.json', jsonOf(tryout)]])
}

/** The same of a kept state. */
export async function salvageSnapshot(
  stores: ReadStores,
  id: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const summary = await stores.snapshots.get(id)
  if (summary === undefined) return new Map()
  return salvage(stores, { summary, state: await stores.states.get(id) })
}

async function salvage(
  { blobs }: ReadStores,
  stored: unknown,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  if (stored === undefined) return found
  found.set('record.json', jsonOf(stored))
  const files = filesIn(stored)
  const named = new Set(files.map(([, hash]) => hash))
  const others = [...hashesIn(stored)].filter((hash) => !named.has(hash))
  for (const [path, hash] of files) {
    const bytes = await blobs.get(hash)
    if (bytes) found.set(`files/${path}`, bytes)
  }
  for (const hash of others) {
    const bytes = await blobs.get(hash)
    if (bytes) found.set(`content/${hash}`, bytes)
  }
  return found
}
