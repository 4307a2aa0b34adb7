import type { RequestFault } from '@/lib/cel/request/verdict'
import type { Path } from '@/lib/promise/path'
import type { StepKey, Workflow, WorkflowType } from '@/lib/promise/workflows'
import type { ProgramAnswer, ProgramCall, ProgramLanguage } from '@/lib/sandbox/call'

/** A file in a volume of the run. Plain data, so that a run can go to another thread. */
export interface VirtualFile {
  /** Below its volume, with `/` between the parts. */
  readonly path: string
  /** `undefined` for bytes that are not UTF-8. */
  readonly text: string | undefined
  /** In bytes. */
  readonly size: number
  /** SHA-256 in hex; of binary files only, which cannot be compared otherwise. */
  readonly hash?: string
}

/** A file with the volume that it lies in. */
export interface WrittenFile extends VirtualFile {
  readonly volume: 'output' | 'metadata'
  /** Name of the step before it in whose place its text stands now: there is one output for all. */
  readonly insteadOf?: string
}

/** Output that a step which does not run here has left elsewhere; texts by their path. */
export interface RecordedOutput {
  readonly output: Readonly<Record<string, string>>
  readonly metadata: Readonly<Record<string, string>>
  /** {@link inputKey} of the object that it was recorded for. */
  readonly input: string
}

/** How a Destination lays out its files (`spec.filepath.mode`). */
export const FILE_MODES = ['nestedByMetadata', 'none', 'aggregatedYAML'] as const
export type FileMode = (typeof FILE_MODES)[number]

/** A Destination that the user invents. */
export interface Destination {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly strictMatchLabels: boolean
  readonly mode: FileMode
}

/** What a run needs besides the repository and the object. */
export interface Surroundings {
  readonly workflow: Workflow
  /** `undefined`: one for each set of labels that files of the run ask for. */
  readonly destinations: readonly Destination[] | undefined
  /** By step, also of the promise workflow, whose selectors count for requests. */
  readonly recorded: Readonly<Partial<Record<StepKey, RecordedOutput>>>
  /** What programs did, by the key of their call. */
  readonly answers?: Readonly<Record<string, ProgramAnswer>>
  /** Programs in Python run, too: they were asked for. */
  readonly python?: boolean
  /** What each step does alone is wanted, too: for a test case. */
  readonly forTests?: boolean
}

/** A run, and the programs that have to run before more is known. */
export interface Tried {
  readonly run: Run
  readonly calls: readonly ProgramCall[]
}

/** What the API server says of the object, before any workflow starts. */
export interface Judgement {
  readonly faults: readonly RequestFault[]
  /** What the schema does not know: the API server drops it, and kubectl refuses it. */
  readonly unknown: readonly Path[]
  readonly unsure: readonly string[]
  /** As it is stored: pruned, with defaults, in the stored version. */
  readonly stored: unknown
}

export type StepState =
  | 'succeeded'
  | 'failed'
  /** Its program is not run here; what it writes is not known. */
  | 'not-run'
  /** Its program runs here, and has not ended yet. */
  | 'pending'
  /** Not run here, and fed with what it wrote elsewhere. */
  | 'recorded'
  /** A container before it failed. */
  | 'not-reached'

/** One container of a pipeline. */
export interface StepRun {
  readonly key: StepKey
  readonly name: string
  readonly image: string
  /** Place of the container in `promise.yaml`. */
  readonly path: Path
  readonly state: StepState
  /** Why it failed, or why it is not run here. */
  readonly reason?: string
  /** Whether it is certain that Kratix gets this far: no container before it is unknown. */
  readonly certain: boolean
  readonly environment: readonly (readonly [name: string, value: string])[]
  /** Paths as the program names them. */
  readonly read: readonly string[]
  readonly written: readonly WrittenFile[]
  /** Paths in the output that a step before it had written, and that are gone. */
  readonly removed?: readonly string[]
  /**
   * What it leaves when it runs alone on empty volumes, for the object without a status, as its tests
   * run it; absent when it does not get to its end so, or what comes before it is not known.
   */
  readonly alone?: readonly WrittenFile[]
  readonly log: readonly string[]
  /** Its own program runs, in the sandbox; else what is known of such programs. */
  readonly program?: true
  /** Its program would run here, once its language is asked for. */
  readonly offers?: ProgramLanguage
  /** What its program merged into the status of the object through the API server. */
  readonly published?: readonly Readonly<Record<string, unknown>>[]
  readonly exit: number | undefined
  /** In milliseconds. */
  readonly took: number
  /** A recorded output that was made for another object than this one. */
  readonly stale?: true
}

export type PipelineState =
  | 'succeeded'
  | 'failed'
  | 'suspended'
  /** A container was not run, so what comes of it is not known. */
  | 'incomplete'
  | 'not-reached'
  /** A delete workflow runs its first pipeline only. */
  | 'ignored'

export interface PipelineRun {
  readonly name: string
  readonly path: Path
  readonly state: PipelineState
  readonly reason?: string
  readonly certain: boolean
  readonly steps: readonly StepRun[]
  readonly output: readonly VirtualFile[]
  readonly metadata: readonly VirtualFile[]
  /** What Kratix' own containers say after those of the user. */
  readonly log: readonly string[]
  /** The files of the pipeline go on their way; else those of the last run stay. */
  readonly written: boolean
  readonly groups: readonly WorkloadGroup[]
  readonly control?: Control
}

/** What `workflow-control.yaml` asks for. */
export interface Control {
  readonly suspend: boolean
  /** A Go duration. */
  readonly retryAfter?: string
  readonly message?: string
}

export type LabelSource = 'promise' | 'promise-workflow' | 'resource-workflow'

/** A label that a Destination must have, and who asks for it. */
export interface WantedLabel {
  readonly key: string
  readonly value: string
  readonly source: LabelSource
  /** Whom it overrules: sources that ask for another value. */
  readonly over: readonly { readonly value: string; readonly source: LabelSource }[]
}

/** Files of a pipeline that go to the same Destinations (kratix.md 5.4). */
export interface WorkloadGroup {
  readonly pipeline: string
  /** `.` for what lies in no directory of its own. */
  readonly directory: string
  readonly labels: readonly WantedLabel[]
  /** False when a promise workflow that is not known may add labels. */
  readonly certain: boolean
  readonly files: readonly string[]
  /** Where each goes; of a request Kratix picks one at random. Empty: the Work stays pending. */
  readonly destinations: readonly Landing[]
}

export interface Landing {
  readonly destination: string
  readonly mode: FileMode
  readonly paths: readonly { readonly file: string; readonly path: string }[]
}

export type Outcome =
  | 'refused'
  /** The workflow has no pipeline. */
  | 'empty'
  | 'completed'
  | 'suspended'
  | 'failed'
  | 'incomplete'

/** All that happens to one object. Plain data. */
export interface Run {
  readonly workflow: Workflow
  /** Absent for a Promise, which the rules of the page judge. */
  readonly judgement: Judgement | undefined
  /** The object as the first container reads it. */
  readonly object: unknown
  readonly pipelines: readonly PipelineRun[]
  readonly status: Readonly<Record<string, unknown>>
  /** False when a step that is not known may have written more. */
  readonly statusCertain: boolean
  readonly destinations: readonly Destination[]
  /** Groups of all pipelines, and the static dependencies. */
  readonly groups: readonly WorkloadGroup[]
  /** In a delete workflow: what the configure workflow wrote and Kratix now removes. */
  readonly removed: readonly WorkloadGroup[]
  readonly warnings: readonly Warning[]
  readonly outcome: Outcome
}

/** Something that works in this run and goes wrong in the next, or on another Destination. */
export interface Warning {
  readonly kind: 'same-file' | 'not-unique' | 'not-yaml' | 'status-key' | 'overwritten'
  readonly message: string
}

/** Identity of an object for what was recorded of it: all but its status. */
export function inputKey(object: unknown): string {
  const { status: _, ...rest } = (object ?? {}) as Record<string, unknown>
  return JSON.stringify(rest, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value))
}

export type { Workflow, WorkflowType }
