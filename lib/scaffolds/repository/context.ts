import { canBePushed } from '@/lib/promise/images'
import type { StepKey, WorkflowAction, WorkflowType } from '@/lib/promise/workflows'
import type { Scalar } from '@/lib/scaffolds/scaffold'

/** Of a split repository: its parts in one file, for `kubectl`. */
export const INSTALL_FILE = 'install/promise.yaml'

/** What the files at the root of the repository may know. All strings are the user's: encode them. */
export interface RepositoryContext {
  readonly promise: string
  /** The file to apply: `promise.yaml`, or {@link INSTALL_FILE}. */
  readonly promiseFile: string
  /** Of a split repository: the files that the Promise lies in. Otherwise empty. */
  readonly parts: readonly string[]
  /** Label `kratix.io/promise-version`, or ''. */
  readonly version: string
  /** Namespace of every workflow Pod, or '' when the Promise does not set one. */
  readonly pipelineNamespace: string
  /** Labels that a Destination must carry. */
  readonly destinationLabels: Readonly<Record<string, string>>
  readonly requires: readonly { readonly name: string; readonly version: string }[]
  /** Objects in `spec.dependencies`. */
  readonly dependencies: readonly { readonly kind: string; readonly name: string }[]
  /** Absent for a Promise without an API: nothing can be requested. */
  readonly api: RepositoryApi | undefined
  /** Files that are there only when asked for. */
  readonly extras: {
    readonly githubActions: boolean
    /** The address for `promise-release.yaml`; `undefined` without that file. */
    readonly releaseUrl: string | undefined
  }
  /** Every container of the four workflows, in the order in which Kratix runs them. */
  readonly steps: readonly RepositoryStep[]
}

export interface RepositoryApi {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly plural: string
  readonly description: string
  /** What can be set, parents before children. */
  readonly fields: readonly ApiField[]
  readonly request: ExampleRequest
}

/** The request in example-resource.yaml. */
export interface ExampleRequest {
  readonly name: string
  readonly namespace: string
  /** The file as it is. */
  readonly text: string
}

export interface ApiField {
  /** From the request's root: `spec.size`, `spec.users[].name`. */
  readonly path: string
  readonly type: string
  readonly required: boolean
  /** `undefined` when there is none. */
  readonly default: unknown
  readonly allowed: readonly unknown[]
  /** Bounds in words: `1 to 5`, `at most 63 characters`. */
  readonly bounds: readonly string[]
  readonly description: string
}

export interface RepositoryStep {
  readonly key: StepKey
  readonly type: WorkflowType
  readonly action: WorkflowAction
  readonly pipeline: string
  readonly container: string
  readonly image: string
  /** What it is, for people: "manifests rendered in Go". */
  readonly what: string
  /** `workflows/…/`, when its image is built from this repository; safe in any shell. */
  readonly folder: string | undefined
  /** Path of the program in the folder, when there is one. */
  readonly program: string | undefined
  /** The program has tests of its own, which need no container engine. */
  readonly tested: boolean
  /** The program began as a starting point, and is its owner's. */
  readonly custom: boolean
  /** Folder (below `folder`) with the objects that must reach a Destination, if we know them. */
  readonly objects: 'tests/expected-output' | 'resources' | undefined
  /** Present for `render` steps: what the request's status says. */
  readonly status:
    | {
        readonly success: Readonly<Record<string, Scalar>>
        readonly failure: Readonly<Record<string, Scalar>>
      }
    | undefined
  /** Templates that are not always written, by their paths, each with its condition in words. */
  readonly onDemand: readonly (readonly [template: string, when: string])[]
  /** Folders of the output, '' for the rest, with labels of the Destinations for their files. */
  readonly sentTo: readonly (readonly [
    directory: string,
    labels: Readonly<Record<string, string>>,
  ])[]
  /** The same for the example request: the labels as they are then, and only folders that are written. */
  readonly sentByExample: RepositoryStep['sentTo']
  /** Templates that hold requests of other Promises. */
  readonly components: readonly string[]
}

/** A step whose image is built from this repository. */
export type OwnStep = Built<RepositoryStep>

type Built<Step> = Step & { readonly folder: string }

/**
 * An image reference that `docker build --tag` takes. Anything else is half-typed, and is left out
 * of the Makefile.
 */
export function isImageReference(image: string): boolean {
  return /^[a-z0-9][A-Za-z0-9._:/-]*(@sha256:[0-9a-f]{64})?$/.test(image) && image.length < 4096
}

export function ownSteps({ steps }: RepositoryContext): readonly OwnStep[] {
  return steps.filter(isOwn)
}

function isOwn<Step extends Pick<RepositoryStep, 'folder' | 'image'>>(
  step: Step,
): step is Built<Step> {
  return step.folder !== undefined && isImageReference(step.image)
}

/** The steps built here whose program has tests of its own. */
export function testedSteps(context: RepositoryContext): readonly OwnStep[] {
  return ownSteps(context).filter(({ tested }) => tested)
}

/** The steps whose image is built here, but has a name that no registry takes. */
export function unpushable<Step extends Pick<RepositoryStep, 'folder' | 'image'>>(
  steps: readonly Step[],
): readonly Built<Step>[] {
  return steps.filter((step) => isOwn(step)).filter(({ image }) => !canBePushed(image))
}

/** What `kubectl` calls the kind, without a chance of another group's kind of that name. */
export function resourceType({ plural, group }: RepositoryApi): string {
  return `${plural}.${group}`
}
