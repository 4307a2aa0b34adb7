import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import type { Path } from '@/lib/promise/path'
import type { Range } from '@/lib/yaml/document'
import type { Scope } from './scope'

/** One object in a file of manifests, as the list of dependencies shows it. */
export interface DependencyDocument {
  readonly file: string
  /** Place among the documents of the file that are not empty. */
  readonly index: number
  /** Where the object is in its document: `[]`, or `['items', 3]` within a `List`. */
  readonly path: Path
  /** `''` where the text has none, or no string. */
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
  /** What its kind demands; `unknown` for kinds that are not built into Kubernetes or Kratix. */
  readonly scope: Scope
  /** UTF-16 range in the file, without the `---` line. */
  readonly range: Range
  /** Bytes of that range in UTF-8. */
  readonly bytes: number
  /** Bytes as compact JSON, which is what the limits of Kubernetes count. See `json-size.ts`. */
  readonly json: number
  /** Faults of this object alone. */
  readonly problems: readonly Diagnostic[]
}

/** `redis-operator.yaml, document 2: Deployment default/redisoperator`, as far as known. */
export function displayDocument({ kind, name, namespace, index }: DependencyDocument): string {
  const full = namespace === '' ? name : `${namespace}/${name}`
  return [kind || `document ${index + 1}`, full].filter((part) => part !== '').join(' ')
}
