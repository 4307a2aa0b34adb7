import type { LockfileInfo } from 'pyodide'
import type { StepKey } from '@/lib/promise/workflows'

/** Both ends of the sandbox must speak the same: the page may be older than the site. */
export const PROTOCOL = 2

/** A file: its path, and its text, or bytes where it is no text. */
export type FileEntry = readonly [path: string, content: string | Uint8Array]

/** Languages whose programs run in the page. */
export type ProgramLanguage = 'typescript' | 'python'

/** A program of a step, and all that its container would find. Plain data. */
export interface ProgramCall {
  /** The same for the same program with the same input. */
  readonly key: string
  readonly step: StepKey
  readonly language: ProgramLanguage
  /** Path of the program among `scripts`. */
  readonly program: string
  /** Below the step's `scripts/`, texts alone. */
  readonly scripts: readonly (readonly [path: string, text: string])[]
  /** Below /resources. */
  readonly resources: readonly FileEntry[]
  /** Text of /kratix/input/object.yaml. */
  readonly input: string
  /** What stands in /kratix/output and /kratix/metadata when the container starts. */
  readonly output: readonly FileEntry[]
  readonly metadata: readonly FileEntry[]
  readonly environment: readonly (readonly [name: string, value: string])[]
  /** Variables that are not known here, with the reason. */
  readonly unknownVariables: readonly (readonly [name: string, reason: string])[]
  /** Folders of which a volume of the cluster makes something that is not known here. */
  readonly unknownFolders: readonly string[]
  /** Path of the status of the object at the API server. */
  readonly statusPath: string
}

/** What the interpreter of Python is made of, and what a program may import: all is handed in. */
export interface PythonParts {
  /** `pyodide.asm.wasm` and `python_stdlib.zip`. */
  readonly wasm: Uint8Array<ArrayBuffer>
  readonly library: Uint8Array<ArrayBuffer>
  /** What the interpreter's own list of packages says of it. */
  readonly lock: LockfileInfo
  /** The text of `machine.py`. */
  readonly machine: string
  /** Sources of the packages, by their path below a folder of `sys.path`. */
  readonly files: readonly (readonly [path: string, text: string])[]
}

/** How a program ended. */
export type ProgramEnd =
  /** `message`: of the error that nobody caught. */
  | { readonly kind: 'exit'; readonly code: number; readonly message?: string }
  /** It went beyond a limit of ours. */
  | { readonly kind: 'stopped'; readonly reason: string }
  /** It wants what is not there in the page, so what it does in a cluster is not known. */
  | { readonly kind: 'not-here'; readonly reason: string }

/** What a program did. Plain data. */
export interface ProgramAnswer {
  readonly end: ProgramEnd
  /** Lines of standard output and standard error, as they came. */
  readonly log: readonly string[]
  /** Files below /kratix and /resources, in the order of the first reading. */
  readonly read: readonly string[]
  /** All that stands in the two volumes afterwards. */
  readonly output: readonly FileEntry[]
  readonly metadata: readonly FileEntry[]
  /** What it merged into the status of the object through the API server, in order. */
  readonly published: readonly Readonly<Record<string, unknown>>[]
  /** In milliseconds, without the time to start it. */
  readonly took: number
}

/** More than a step has use for; the page and its storage have to hold it. */
export const LIMITS = {
  /** Of a run, in milliseconds. */
  time: 5000,
  /** All files that a program has written, in bytes. */
  bytes: 4_000_000,
  files: 1000,
  /** Characters of the log. */
  log: 100_000,
  lines: 1000,
  /** Statuses that are published, and the characters of all of them as JSON. */
  published: 20,
  statuses: 2_100_000,
  /** Maps and lists in one another in these. */
  depth: 64,
  /** Characters of an answer on its way: files in base64, log and statuses. */
  answer: 8_000_000,
  /** Characters of a path. */
  path: 1000,
} as const

export const NOTHING_DONE: Omit<ProgramAnswer, 'end'> = {
  ...{ log: [], read: [], output: [], metadata: [], published: [], took: 0 },
}
