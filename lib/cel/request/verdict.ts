import type { Path } from '@/lib/promise/path'

/** One thing that the API server has against a value. */
export interface RequestFault {
  /** In the value; where something is missing, its place. */
  readonly path: Path
  /** In the words of the API server, without the path: `Invalid value: "x": …`. */
  readonly message: string
  /** The rule that speaks, as a place in the document of the schema; absent for other faults. */
  readonly rule?: Path
}

export interface RequestVerdict {
  readonly faults: readonly RequestFault[]
  /** What the schema does not know: the API server drops it, and kubectl refuses it. */
  readonly unknown: readonly Path[]
  /** What keeps the verdict from being certain; each ends a sentence: "the format email". */
  readonly unsure: readonly string[]
  /** The value as it is stored: without what is unknown, with defaults. */
  readonly stored: unknown
}
