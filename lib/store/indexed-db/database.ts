import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb'
import { heldByDraft, withoutTryout } from './records'

/**
 * Version of the object stores. A new FORMAT of records comes with a new VERSION, so that an older
 * page that is still open somewhere writes no more.
 */
const VERSION = 3

/** Records are of unknown shape until `records.ts` has read them: any version may have written. */
interface Schema extends DBSchema {
  /** Draft records by id. */
  drafts: { key: string; value: unknown }
  /** Summaries of kept states by id. */
  snapshots: { key: string; value: unknown; indexes: { draftId: string } }
  /** What a kept state holds, by the id of its summary: lists are read without it. */
  states: { key: string; value: unknown }
  /**
   * What Try it keeps, by draft and part: a kept run is larger than the draft, and neither saving
   * nor listing drafts may move it.
   */
  tryouts: { key: [draftId: string, part: string]; value: unknown }
  /** Bytes by SHA-256, once for all drafts and kept states. */
  blobs: { key: string; value: Uint8Array }
  /** How many drafts and kept states hold a blob, by SHA-256. */
  uses: { key: string; value: number }
}

type StoreName = 'drafts' | 'snapshots' | 'states' | 'tryouts' | 'blobs' | 'uses'
const STORES: StoreName[] = ['drafts', 'snapshots', 'states', 'tryouts', 'blobs', 'uses']

/** The object stores within one transaction that writes. */
export type Stores = {
  readonly [N in StoreName]: IDBPObjectStore<Schema, StoreName[], N, 'readwrite'>
}
/** The object stores within one transaction that reads. */
export type ReadStores = {
  readonly [N in StoreName]: IDBPObjectStore<Schema, StoreName[], N, 'readonly'>
}

/** The drafts were stored by a newer version of us: they can be looked at, not changed. */
export class NewerStorage extends Error {
  constructor() {
    super(
      'The drafts in this browser were stored by a newer version of Promise Designer. Reload the page to get it.',
    )
  }
}

/** Why the browser refused, for a person to read; faults of ours stay as they are. */
export class Refused extends Error {
  constructor(cause: DOMException) {
    const detail = cause.message && ` (${cause.message.replace(/[.\s]*$/, '')})`
    super(`${REFUSALS[cause.name] ?? 'The storage of this browser failed'}${detail}.`, { cause })
  }
}

const REFUSALS: Readonly<Record<string, string>> = {
  QuotaExceededError: 'The storage of this browser is full',
  SecurityError: 'This browser lets the page keep nothing, as in some private windows',
  InvalidStateError: 'This browser lets the page keep nothing, as in some private windows',
}

export interface Database {
  /** Runs `work` on one state of the database. */
  read<T>(work: (stores: ReadStores) => Promise<T>): Promise<T>
  /** Runs `work` in one transaction: all of it is stored, or, when it throws, nothing. */
  write<T>(work: (stores: Stores) => Promise<T>): Promise<T>
}

/** The browser's database of this name, opened when it is first wanted. */
export function database(name: string): Database {
  let opened: Promise<IDBPDatabase<Schema>> | undefined
  const reset = (): void => {
    opened = undefined
  }
  const open = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= connect(name, reset).catch((error: unknown) => {
      reset() // so that the next call tries again
      throw readable(error)
    })
    return opened
  }

  return {
    async read(work) {
      const transaction = (await open()).transaction(STORES)
      try {
        return await work(storesOf((store) => transaction.objectStore(store)) as ReadStores)
      } catch (error) {
        transaction.done.catch(() => undefined) // ended by the same fault
        throw readable(error)
      }
    },
    async write(work) {
      const db = await open()
      if (db.version > VERSION) throw new NewerStorage()
      const transaction = db.transaction(STORES, 'readwrite')
      const { done } = transaction
      try {
        const result = await work(
          storesOf((store) => transaction.objectStore(store)) as unknown as Stores,
        )
        await done
        return result
      } catch (error) {
        done.catch(() => undefined) // the abort rejects it; `error` is what the caller needs
        abort(transaction)
        throw readable(transaction.error ?? error)
      }
    },
  }
}

async function connect(name: string, reset: () => void): Promise<IDBPDatabase<Schema>> {
  const options: Parameters<typeof openDB<Schema>>[2] = {
    async upgrade(db, from, _to, transaction) {
      if (from < 1) {
        db.createObjectStore('drafts', { keyPath: 'id' })
        db.createObjectStore('blobs')
      }
      if (from < 2) {
        db.createObjectStore('snapshots', { keyPath: 'id' }).createIndex('draftId', 'draftId')
        db.createObjectStore('states')
        const uses = db.createObjectStore('uses')
        const counts = new Map<string, number>()
        for (const record of await transaction.objectStore('drafts').getAll()) {
          for (const hash of heldByDraft(record)) counts.set(hash, (counts.get(hash) ?? 0) + 1)
        }
        for (const [hash, count] of counts) await uses.put(count, hash)
      }
      if (from < 3) {
        const drafts = transaction.objectStore('drafts')
        const tryouts = db.createObjectStore('tryouts')
        for (let at = await drafts.openCursor(); at; at = await at.continue()) {
          const moved = withoutTryout(at.value)
          if (!moved) continue
          for (const [part, value] of Object.entries(moved.tryout)) {
            await tryouts.put(value, [at.key, part])
          }
          await at.update(moved.record)
        }
      }
    },
    // Another tab wants a newer layout: let it have the database and open again when asked.
    blocking(_current, _blocked, event) {
      reset()
      ;(event.target as IDBDatabase | null)?.close()
    },
    terminated: reset,
  }
  if (!globalThis.indexedDB) throw new DOMException('', 'SecurityError')
  try {
    return await openDB<Schema>(name, VERSION, options)
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'VersionError')) throw error
    return openDB<Schema>(name, undefined, options) // as it is: for looking only
  }
}

function storesOf<T>(store: (name: StoreName) => T): Record<StoreName, T> {
  return {
    drafts: store('drafts'),
    snapshots: store('snapshots'),
    states: store('states'),
    tryouts: store('tryouts'),
    blobs: store('blobs'),
    uses: store('uses'),
  }
}

function readable(error: unknown): unknown {
  return error instanceof DOMException ? new Refused(error) : error
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch (error) {
    // A full disk has aborted it already, and aborting twice throws.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
  }
}
