import type { LanguageId } from '@/lib/promise/settings'
import type { StepKey, WorkflowAction, WorkflowType } from '@/lib/promise/workflows'
import type { RenderInput } from '@/lib/render/types'

export type { RenderInput, RenderValue, Scalar, ScalarType, Template } from '@/lib/render/types'

/** A generated file: where it goes (relative to its folder), what it holds, how it is marked. */
export interface GeneratedFile {
  readonly path: string
  readonly text: string
  /** Mode 0755 instead of 0644. */
  readonly executable?: boolean
}

/** The API of the Promise as programs see it: the storage version. */
export interface ApiContext {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly plural: string
  /** openAPIV3Schema as plain data. */
  readonly schema: unknown
}

/** What every generated file of a step may know. All strings are the user's: encode them. */
export interface StepContext {
  readonly key: StepKey
  readonly type: WorkflowType
  readonly action: WorkflowAction
  readonly pipeline: string
  readonly container: string
  readonly image: string
  readonly promise: string
  /** Absent for a Promise without an API. */
  readonly api: ApiContext | undefined
}

export interface RenderContext extends StepContext, RenderInput {
  readonly type: WorkflowType
}

/** A language: one folder, one line in `languages.ts`. */
export interface Language {
  readonly id: LanguageId
  readonly label: string
  /** Path of the program in the step's folder, e.g. `scripts/pipeline.go`. */
  readonly program: string
  /** Every file of a `custom` step but `resources/` and `tests/`. */
  custom(step: StepContext): readonly GeneratedFile[]
  /** Every file of a `render` step but `resources/` and `tests/`. */
  render(step: RenderContext): readonly GeneratedFile[]
}
