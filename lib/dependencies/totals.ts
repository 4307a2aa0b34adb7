import { APPLY_LIMIT, ETCD_LIMIT } from '@/lib/promise/size'
import type { DependencyDocument } from './document'

/** `kubectl.kubernetes.io/last-applied-configuration`, whose key counts too, and a final newline. */
const APPLY_OVERHEAD = 'kubectl.kubernetes.io/last-applied-configuration'.length + 1

export interface Totals {
  readonly objects: number
  /** As written. */
  readonly bytes: number
  /** As items of `spec.dependencies` in JSON, commas included. */
  readonly json: number
}

/** Sums over dependencies, for the list's footer and the meters. */
export function totals(documents: readonly DependencyDocument[]): Totals {
  let bytes = 0
  let json = 0
  for (const document of documents) {
    bytes += document.bytes
    json += document.json + 1
  }
  return { objects: documents.length, bytes, json }
}

export interface Meter {
  readonly used: number
  readonly limit: number
}

/**
 * The two meters for a Promise of `json` bytes (compact JSON of the whole Promise: its own part by
 * `estimateJsonSize(text of promise.yaml)`, or exactly by `appliedSize(value)`; plus `totals().json` of
 * dependencies that are still to be put inside).
 *
 * - `apply`: the annotation that client-side `kubectl apply` writes: the whole Promise as JSON,
 *   with a newline, and the annotation's key, which counts too. Other annotations come on top and are in `json`.
 *   `kubectl apply --server-side` has no such limit.
 * - `etcd`: the stored object, of which JSON is the main part. Kratix's status, managed fields and,
 *   after a client-side apply, a second copy come on top: leave room.
 */
export function meters(json: number): { readonly apply: Meter; readonly etcd: Meter } {
  return {
    apply: { used: json + APPLY_OVERHEAD, limit: APPLY_LIMIT },
    etcd: { used: json, limit: ETCD_LIMIT },
  }
}
