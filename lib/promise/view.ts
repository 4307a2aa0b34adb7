import { isWithin, type Path, valueAt } from './path'
import type { Workflow } from './workflows'

/**
 * What the forms read of a Promise: every field optional in the text is optional here, nothing is
 * guessed. A value of the wrong type reads as absent; the rules say so to the user.
 */
export interface PromiseView {
  readonly name: string
  /** Label `kratix.io/promise-version`, or '' (kratix.md 2.3). */
  readonly version: string
  readonly api: ApiView | undefined
  readonly dependencies: readonly DependencyView[]
  /** The four workflows in the order of `WORKFLOWS`, also the absent ones (without pipelines). */
  readonly workflows: readonly WorkflowView[]
  readonly destinationSelectors: readonly {
    readonly path: Path
    readonly matchLabels: Readonly<Record<string, string>>
  }[]
}

export interface ApiView {
  readonly group: string
  readonly kind: string
  readonly plural: string
  readonly singular: string
  /** '' when absent: then it is the kind with `List` behind it. */
  readonly listKind: string
  readonly shortNames: readonly string[]
  readonly categories: readonly string[]
  /** `metadata.name` of the CRD. */
  readonly crdName: string
  readonly scope: string
  /** Strategy of the conversion between versions; '' is `None`. */
  readonly conversion: string
  readonly versions: readonly ApiVersionView[]
}

export interface ApiVersionView {
  readonly path: Path
  readonly name: string
  readonly served: boolean
  readonly storage: boolean
  readonly deprecated: boolean
  readonly deprecationWarning: string
  /** `additionalPrinterColumns`: what `kubectl get` shows beside the name. */
  readonly columns: readonly ColumnView[]
  readonly selectableFields: readonly SelectableFieldView[]
  /** Where the schema is, and what it says (plain data; `undefined` when absent). */
  readonly schemaPath: Path
  readonly schema: unknown
}

/** A column of `kubectl get` (kratix.md 92). */
export interface ColumnView {
  readonly path: Path
  readonly name: string
  readonly type: string
  /** '' when absent. */
  readonly format: string
  readonly jsonPath: string
  /** How the text spells that key. */
  readonly jsonPathKey: 'jsonPath' | 'JSONPath'
  readonly description: string
  /** Above 0 it is shown by `-o wide` alone. */
  readonly priority: number
}

/** A field that requests can be selected by (kratix.md 93). */
export interface SelectableFieldView {
  readonly path: Path
  readonly jsonPath: string
}

/** An object in `spec.dependencies`. */
export interface DependencyView {
  readonly path: Path
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
}

export interface WorkflowView extends Workflow {
  readonly path: Path
  readonly pipelines: readonly PipelineView[]
}

export interface PipelineView {
  readonly path: Path
  readonly name: string
  readonly steps: readonly StepView[]
}

/** A container of a pipeline. */
export interface StepView {
  readonly path: Path
  readonly name: string
  readonly image: string
}

/** The version that Kratix watches: the first with `storage: true`, else the first (2.5). */
export function storageVersion(api: ApiView): ApiVersionView | undefined {
  return api.versions.find((version) => version.storage) ?? api.versions[0]
}

/** What stands at `path` when that is in the schema of a version; else `undefined`. */
export function schemaIn({ api }: PromiseView, path: Path): unknown {
  const version = api?.versions.find(({ schemaPath }) => isWithin(path, schemaPath))
  return version && valueAt(version.schema, path.slice(version.schemaPath.length))
}
