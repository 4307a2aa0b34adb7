import { KUBERNETES, QUANTITY } from './kubernetes'
import { LISTS } from './lists'
import { OPERATORS } from './operators'
import { OPTIONALS } from './optionals'
import type { Overload } from './overload'
import { STANDARD } from './standard'
import { STRINGS } from './strings'
import { TIME } from './time'

/** Every function that rules may call in Kubernetes 1.35, by name (`k8s.io/apiserver/pkg/cel/environment`). */
export const FUNCTIONS: ReadonlyMap<string, readonly Overload[]> = collect()

function collect() {
  const all = new Map<string, Overload[]>()
  const libraries = [OPERATORS, STANDARD, TIME, STRINGS, LISTS, OPTIONALS, KUBERNETES, QUANTITY]
  for (const { name, overloads } of libraries.flat()) {
    const known = all.get(name)
    if (known) known.push(...overloads)
    else all.set(name, [...overloads])
  }
  return all
}
