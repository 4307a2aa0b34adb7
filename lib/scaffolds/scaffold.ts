import type { LanguageId } from '@/lib/promise/settings'
import type { StepKey, WorkflowAction, WorkflowType } from '@/lib/promise/workflows'

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

export type ScalarType = 'string' | 'integer' | 'number' | 'boolean'
export type Scalar = string | number | boolean

/** One value of a `render` step, resolved against the API. */
export interface RenderValue {
  readonly name: string
  readonly source:
    | { readonly kind: 'name' }
    | { readonly kind: 'namespace' }
    | { readonly kind: 'spec'; readonly path: readonly string[] }
    | { readonly kind: 'label'; readonly label: string }
    | { readonly kind: 'constant'; readonly value: Scalar }
  /** Type that the source must have; `undefined` = any scalar (the API does not say). */
  readonly type: ScalarType | undefined
  readonly default: Scalar | undefined
  /** `undefined` = the value as it is. */
  readonly map: readonly { readonly when: Scalar; readonly give: Scalar }[] | undefined
}

export interface RenderContext extends StepContext {
  readonly values: readonly RenderValue[]
  readonly status: {
    readonly success: Readonly<Record<string, Scalar>>
    readonly failure: Readonly<Record<string, Scalar>>
  }
  /** Templates by path below `resources/`, sorted by path. */
  readonly templates: readonly { readonly path: string; readonly text: string }[]
}

/** A language: one folder, one line in `languages.ts`. */
export interface Language {
  readonly id: LanguageId
  readonly label: string
  /** Path of the program in the step's folder, e.g. `scripts/pipeline.go`. */
  readonly program: string
  /** Every file of a `custom` step but `resources/` and `tests/`. */
  custom(step: StepContext): readonly GeneratedFile[]
  /** Every file of a `render` step but `resources/` and `tests/`; absent: not offered for it. */
  render?(step: RenderContext): readonly GeneratedFile[]
}
