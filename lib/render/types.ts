/** What a value of a `render` step can be. Integers lie within ±9007199254740991 (2^53-1). */
export type Scalar = string | number | boolean
export type ScalarType = 'string' | 'integer' | 'number' | 'boolean'

/** One value of a `render` step, resolved against the API. */
export interface RenderValue {
  /** What templates call it: see {@link isValueName}. */
  readonly name: string
  readonly source:
    | { readonly kind: 'name' }
    | { readonly kind: 'namespace' }
    /** Keys below `spec`, at least one. */
    | { readonly kind: 'spec'; readonly path: readonly string[] }
    | { readonly kind: 'label'; readonly label: string }
    | { readonly kind: 'constant'; readonly value: Scalar }
  /** Type that the source must have; `undefined` = any scalar (the API does not say). */
  readonly type: ScalarType | undefined
  /** Stands in for a source that is absent. */
  readonly default: Scalar | undefined
  /** `undefined` = the value as it is. */
  readonly map: readonly { readonly when: Scalar; readonly give: Scalar }[] | undefined
  /** A condition asks whether it is there: then its absence without a default is no fault. */
  readonly optional?: boolean
}

/** Asks for a value as templates see it, so after its default and its mapping. */
export type Condition =
  | { readonly value: string; readonly present: boolean }
  /** The value is there and the same as one of these, type included. */
  | { readonly value: string; readonly oneOf: readonly Scalar[] }

/** Labels that a Destination must have for the files of a folder, or for the rest of them. */
export interface DestinationSelector {
  /** First folder of templates and of their outputs; '' for what no other entry names. */
  readonly directory: string
  /** The values may hold `${name}` as templates do. */
  readonly matchLabels: Readonly<Record<string, string>>
}

/** A manifest template by its path below `resources/`. */
export interface Template {
  readonly path: string
  readonly text: string
}

/** All that decides what a `render` step makes of a request. */
export interface RenderInput {
  /** `promise`: the input is the Promise itself, and only `message` of the status survives. */
  readonly type: 'promise' | 'resource'
  /** In the order of the design: the first fault is the one that is reported. */
  readonly values: readonly RenderValue[]
  readonly status: {
    readonly success: Readonly<Record<string, Scalar>>
    readonly failure: Readonly<Record<string, Scalar>>
  }
  readonly templates: readonly Template[]
  /** By the path of a template, which is written only when this holds. */
  readonly conditions?: Readonly<Record<string, Condition>>
  readonly destinations?: readonly DestinationSelector[]
  /** Templates, by their paths, whose documents are labelled as parts of a request of `promise`. */
  readonly components?: { readonly promise: string; readonly templates: readonly string[] }
}

/** Values by their name, for one request; `undefined` for an optional one that is absent. */
export type Values = ReadonlyMap<string, Scalar | undefined>

/** Largest integer that every language and JSON carry exactly. */
export const LARGEST_INTEGER = Number.MAX_SAFE_INTEGER

/** True when templates can name `name`: `${name}`. */
export function isValueName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)
}
