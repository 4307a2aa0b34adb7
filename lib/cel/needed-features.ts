import type { KubernetesFeature } from '@/lib/schema/target'
import { CelFault, type Expr, partsOf, qualifiedName } from './syntax/expr'
import { parseCel, TooDeep } from './syntax/parse'

/** Functions that came with a library of Kubernetes (k8s.io/apiserver pkg/cel/environment/base.go). */
const BY_NAME: Readonly<Record<string, KubernetesFeature>> = {
  quantity: 'cel-quantity',
  isQuantity: 'cel-quantity',
  ip: 'cel-ip',
  isIP: 'cel-ip',
  cidr: 'cel-ip',
  isCIDR: 'cel-ip',
  semver: 'cel-semver',
  isSemver: 'cel-semver',
  flatten: 'cel-lists-3',
  distinct: 'cel-lists-3',
  slice: 'cel-lists-3',
  sort: 'cel-lists-3',
  reverse: 'cel-lists-3',
  format: 'cel-strings-2',
  unwrapOpt: 'cel-optional',
  transformList: 'cel-two-variables',
  transformMap: 'cel-two-variables',
  transformMapEntry: 'cel-two-variables',
  sortBy: 'cel-lists-3',
  hasValue: 'cel-optional',
  orValue: 'cel-optional',
  optMap: 'cel-optional',
  optFlatMap: 'cel-optional',
}

const BY_SPACE: Readonly<Record<string, KubernetesFeature>> = {
  sets: 'cel-sets',
  strings: 'cel-strings-2',
  format: 'cel-format',
  optional: 'cel-optional',
  lists: 'cel-lists-3',
}

/** What a CEL expression needs of Kubernetes; nothing is known of one that cannot be read. */
export function neededFeatures(source: string): ReadonlySet<KubernetesFeature> {
  const found = new Set<KubernetesFeature>()
  const add = (feature: KubernetesFeature | undefined) => feature && found.add(feature)
  const visit = (expr: Expr): void => {
    if (expr.kind === 'call') {
      const space = expr.target && qualifiedName(expr.target)
      const [own = '', ...rest] = expr.name.split('.')
      const scope = rest.length > 0 ? own : space
      add(scope !== undefined && Object.hasOwn(BY_SPACE, scope) ? BY_SPACE[scope] : undefined)
      add(Object.hasOwn(BY_NAME, expr.name) ? BY_NAME[expr.name] : undefined)
    }
    if (expr.kind === 'comprehension') {
      if (expr.second !== undefined) add('cel-two-variables')
      add(Object.hasOwn(BY_NAME, expr.macro) ? BY_NAME[expr.macro] : undefined)
    }
    for (const part of partsOf(expr)) visit(part)
  }
  try {
    visit(parseCel(source))
  } catch (error) {
    // The rules cel-rules and cel-compile tell the user.
    if (error instanceof CelFault || error instanceof TooDeep) return new Set()
    throw error
  }
  return found
}
