import { CIDR } from '../libraries/cidr'
import { FORMAT } from '../libraries/format'
import { IP } from '../libraries/ip'
import { QUANTITY } from '../libraries/quantity'
import { SEMVER } from '../libraries/semver'
import { URLS } from '../libraries/url'
import { LISTS } from './lists'
import { OPERATORS } from './operators'
import { OPTIONALS } from './optionals'
import type { Overload } from './overload'
import { STANDARD } from './standard'
import { STRINGS } from './strings'
import { TIME } from './time'

const LIBRARIES = [
  OPERATORS,
  STANDARD,
  TIME,
  STRINGS,
  LISTS,
  OPTIONALS,
  URLS,
  IP,
  CIDR,
  SEMVER,
  FORMAT,
  QUANTITY,
]

/** Every function that rules may call in Kubernetes 1.35, by name (`k8s.io/apiserver/pkg/cel/environment`). */
export const FUNCTIONS: ReadonlyMap<string, readonly Overload[]> = collect()

function collect() {
  const all = new Map<string, Overload[]>()
  for (const { name, overloads } of LIBRARIES.flat()) {
    const known = all.get(name)
    if (known) known.push(...overloads)
    else all.set(name, [...overloads])
  }
  return all
}
