import type { Place } from '@/lib/promise/command'
import { isRecord } from '@/lib/promise/path'
import * as z from '@/lib/promise/zod'
import type { DraftSummary } from '../drafts'

/** Version of what we write. Older ones are read and brought up; newer ones are never touched. */
export const FORMAT = 2

const place = z.object({
  file: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
})
const counts = z.object({ errors: z.number(), warnings: z.number() })
/** Path and SHA-256 of each file; the bytes are in `blobs`. */
const hashed = z.array(z.tuple([z.string(), z.string()]))

const draftRecord = z.object({
  id: z.string(),
  format: z.literal(FORMAT),
  createdAt: z.number(),
  savedAt: z.number(),
  place: z.optional(place),
  title: z.optional(z.string()),
  problems: z.optional(counts),
  report: z.optional(z.unknown()),
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
    bytes: z.optional(z.number()),
  }),
  files: hashed,
})

const snapshotRecord = z.object({
  id: z.string(),
  draftId: z.string(),
  format: z.literal(FORMAT),
  kind: z.enum(['opened', 'download', 'folder', 'named']),
  name: z.string(),
  at: z.number(),
  files: z.number(),
  bytes: z.number(),
})

const stateRecord = z.object({
  authored: hashed,
  /** Path, SHA-256, and whether the file is executable. */
  built: z.array(z.tuple([z.string(), z.string(), z.boolean()])),
})

export interface DraftRecord {
  readonly id: string
  readonly format: typeof FORMAT
  readonly createdAt: number
  readonly savedAt: number
  readonly place?: Place | undefined
  readonly title?: string | undefined
  readonly problems?: { readonly errors: number; readonly warnings: number } | undefined
  readonly report?: unknown
  readonly summary: Omit<DraftSummary, 'title' | 'problems'>
  readonly files: readonly (readonly [path: string, hash: string])[]
}
export type SnapshotRecord = Readonly<z.infer<typeof snapshotRecord>>
export type StateRecord = Readonly<z.infer<typeof stateRecord>>

/** Brings a record one format up, by the format it has. */
const UPGRADES: Readonly<Record<number, (record: object) => object>> = {
  // Title, report, problems and size came with format 2; all may be absent.
  1: (record) => ({ ...record, format: 2 }),
}

export type ReadRecord<T> =
  | { readonly ok: true; readonly record: T }
  | { readonly ok: false; readonly reason: string }

/** A draft's record of any format up to ours; else why it cannot be read. */
export function readDraft(stored: unknown): ReadRecord<DraftRecord> {
  let record: unknown = stored
  for (let format = formatOf(record); format < FORMAT; format = formatOf(record)) {
    const upgrade = UPGRADES[format]
    if (!upgrade) break
    record = upgrade(record as object)
  }
  return readAs(draftRecord, record)
}

/**
 * What Try it kept within a draft's record, as the database did up to version 2, by its parts, and
 * the record without it. `undefined` where there is none, or the record is not ours to change.
 */
export function withoutTryout(
  stored: unknown,
): { readonly record: object; readonly tryout: Readonly<Record<string, unknown>> } | undefined {
  if (!readDraft(stored).ok) return undefined
  const { tryout, ...record } = stored as Record<string, unknown>
  return isRecord(tryout) ? { record, tryout } : undefined
}

/** The summary of a kept state. */
export function readSnapshot(stored: unknown): ReadRecord<SnapshotRecord> {
  return readAs(snapshotRecord, stored)
}

/** The files of a kept state. @throws Error when they cannot be read. */
export function readState(stored: unknown): StateRecord {
  const read = readAs(stateRecord, stored)
  if (!read.ok) throw new Error(read.reason)
  return read.record
}

/** The summary that lists show. */
export function summaryOf({ id, summary, title, problems }: DraftRecord): DraftSummary {
  return { ...summary, id, ...(title && { title }), ...(problems && { problems }) }
}

/** SHA-256 of every blob that a draft's record holds, also when we cannot read the record. */
export function heldByDraft(stored: unknown): ReadonlySet<string> {
  const read = readDraft(stored)
  return read.ok ? new Set(read.record.files.map(([, hash]) => hash)) : hashesIn(stored)
}

/** SHA-256 of every blob that a kept state holds. */
export function heldByState(stored: unknown): ReadonlySet<string> {
  const read = readAs(stateRecord, stored)
  if (!read.ok) return hashesIn(stored)
  return new Set([...read.record.authored, ...read.record.built].map(([, hash]) => hash))
}

/** Whether `heldByState` knows, rather than takes every hash it sees for a blob that is held. */
export function readsState(stored: unknown): boolean {
  return readAs(stateRecord, stored).ok
}

/** Path and SHA-256 of files that `stored` names in pairs, wherever they stand. */
export function filesIn(stored: unknown): readonly (readonly [path: string, hash: string])[] {
  const found: [string, string][] = []
  walk(stored, (value) => {
    if (!Array.isArray(value) || value.length < 2) return
    const [path, hash] = value
    if (typeof path === 'string' && isHash(hash)) found.push([path, hash])
  })
  return found
}

/** Every text in `stored` that may be a SHA-256, whatever the format. */
export function hashesIn(stored: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  walk(stored, (value) => {
    if (isHash(value)) found.add(value)
  })
  return found
}

/** Visits `value` and what is in it; records are flat, so depth is bounded. */
function walk(value: unknown, visit: (value: unknown) => void, depth = 0): void {
  visit(value)
  if (typeof value !== 'object' || value === null || depth === 20) return
  for (const part of Object.values(value)) walk(part, visit, depth + 1)
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

function readAs<T>(schema: z.ZodMiniType<T>, record: unknown): ReadRecord<T> {
  const format = formatOf(record)
  if (format > FORMAT) {
    const reason = `It was stored by a newer version of Promise Designer (format ${format}; this one reads up to ${FORMAT}). Reload the page to get it.`
    return { ok: false, reason }
  }
  const read = schema.safeParse(record)
  if (read.success) return { ok: true, record: read.data }
  const at = read.error.issues[0]?.path.join('.') ?? ''
  return { ok: false, reason: `Its record is damaged${at && ` at ${at}`}.` }
}

function formatOf(record: unknown): number {
  const format = (record as { format?: unknown } | null | undefined)?.format
  return typeof format === 'number' && Number.isSafeInteger(format) ? format : Number.NaN
}
