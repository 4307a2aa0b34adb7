import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb'
import type { Place } from '@/lib/promise/command'
import { FileContent } from '@/lib/promise/files'
import * as z from '@/lib/promise/zod'
import { type DraftStorage, type DraftSummary, refuseStale } from './drafts'

z.config({ jitless: true }) // no `new Function`: the page forbids eval

/** Version of what a record in `drafts` looks like; a record of another version is never touched. */
const FORMAT = 1
const DATABASE = 'promise-designer'

interface DraftRecord {
  readonly id: string
  readonly format: number
  readonly createdAt: number
  readonly savedAt: number
  readonly place: Place | undefined
  readonly summary: DraftSummary
  /** Path and SHA-256 of each file; the bytes are in `blobs`. */
  readonly files: readonly (readonly [path: string, hash: string])[]
}

interface Schema extends DBSchema {
  drafts: { key: string; value: DraftRecord }
  blobs: { key: string; value: Uint8Array }
}

const draftRecord = z.object({
  id: z.string(),
  format: z.literal(FORMAT),
  createdAt: z.number(),
  savedAt: z.number(),
  place: z
    .object({ file: z.string(), path: z.array(z.union([z.string(), z.number()])) })
    .optional(),
  summary: z.object({
    id: z.string(),
    name: z.string(),
    version: z.string(),
    group: z.string(),
    kind: z.string(),
    apiVersion: z.string(),
    properties: z.number(),
    steps: z.number(),
    savedAt: z.number(),
  }),
  files: z.array(z.tuple([z.string(), z.string()])),
})

/**
 * Drafts in the browser's database: bytes once per hash, a draft as path -> hash. One transaction
 * holds blobs and draft together, so a crash leaves the old draft or the new one.
 */
export function indexedDbStorage(name = DATABASE): DraftStorage {
  let opened: Promise<IDBPDatabase<Schema>> | undefined
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('drafts', { keyPath: 'id' })
        db.createObjectStore('blobs')
      },
      // Another tab wants a newer layout: let it have the database and open again when asked.
      blocking(_current, _blocked, event) {
        opened = undefined
        ;(event.target as IDBDatabase | null)?.close()
      },
      terminated() {
        opened = undefined
      },
    }).catch((error: unknown) => {
      opened = undefined // so that the next call tries again
      throw error
    })
    return opened
  }

  return {
    async list() {
      const records = await (await database()).getAll('drafts')
      return records
        .map((record) => draftRecord.safeParse(record))
        .flatMap((read) => (read.success ? [read.data.summary] : []))
        .sort((a, b) => b.savedAt - a.savedAt)
    },

    async load(id) {
      const transaction = (await database()).transaction(['drafts', 'blobs'])
      const record = await transaction.objectStore('drafts').get(id)
      if (!record) return undefined
      const read = draftRecord.parse(record)
      const files = new Map<string, FileContent>()
      for (const [path, hash] of read.files) {
        const bytes = await transaction.objectStore('blobs').get(hash)
        if (!bytes) throw new Error(`The draft lacks the content of ${path}.`)
        files.set(path, FileContent.fromBytes(bytes))
      }
      return { ...read, place: read.place, basedOn: read.savedAt, files }
    },

    async save(draft) {
      // Hash before the transaction: it would close while we compute.
      const hashes = [...draft.files].map(([path, content]) => [path, content.hash] as const)
      await write(await database(), async (drafts, blobs) => {
        const before = await drafts.get(draft.id)
        refuseStale(before?.savedAt, draft)
        const kept = new Set(before?.files.map(([, hash]) => hash))
        for (const content of draft.files.values()) {
          if (!kept.has(content.hash)) await blobs.put(content.bytes, content.hash)
        }
        await drafts.put({
          id: draft.id,
          format: FORMAT,
          createdAt: draft.createdAt,
          savedAt: draft.savedAt,
          place: draft.place,
          summary: draft.summary,
          files: hashes,
        })
        await forget(drafts, blobs, before)
      })
    },

    async remove(id) {
      await write(await database(), async (drafts, blobs) => {
        const before = await drafts.get(id)
        await drafts.delete(id)
        await forget(drafts, blobs, before)
      })
    },
  }
}

type Drafts = IDBPObjectStore<Schema, ('drafts' | 'blobs')[], 'drafts', 'readwrite'>
type Blobs = IDBPObjectStore<Schema, ('drafts' | 'blobs')[], 'blobs', 'readwrite'>

/** Runs `work` in one transaction: all of it is stored, or, when it throws, nothing. */
async function write(
  db: IDBPDatabase<Schema>,
  work: (drafts: Drafts, blobs: Blobs) => Promise<void>,
): Promise<void> {
  const transaction = db.transaction(['drafts', 'blobs'] as ('drafts' | 'blobs')[], 'readwrite')
  const done = transaction.done
  try {
    await work(transaction.objectStore('drafts'), transaction.objectStore('blobs'))
  } catch (error) {
    done.catch(() => undefined) // the abort below rejects it; `error` is what the caller needs
    abort(transaction)
    throw error
  }
  await done
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch (error) {
    // A full disk has aborted it already, and aborting twice throws.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
  }
}

/** Deletes the blobs that `before` held and no draft names any more. */
async function forget(
  drafts: Drafts,
  blobs: Blobs,
  before: DraftRecord | undefined,
): Promise<void> {
  if (!before) return
  const used = new Set(
    (await drafts.getAll()).flatMap((draft) => draft.files.map(([, hash]) => hash)),
  )
  for (const [, hash] of before.files) {
    if (!used.has(hash)) await blobs.delete(hash)
  }
}
