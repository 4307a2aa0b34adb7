import { isRecord, valueAt } from '@/lib/promise/path'

/** What a local `$ref` names, or why it names nothing here. */
export type Resolved =
  | { readonly value: unknown; readonly pointer: string }
  | { readonly reason: string }

/** Follows `#/…` (RFC 6901) in the document that holds it. Nothing is ever fetched. */
export function resolve(root: unknown, ref: string): Resolved {
  if (ref === '#') return { value: root, pointer: '' }
  if (!ref.startsWith('#/')) {
    const anchor = /^#([A-Za-z_][\w.-]*)$/.exec(ref)?.[1]
    const found = anchor === undefined ? undefined : anchored(root, anchor)
    return found === undefined
      ? { reason: `it refers to ${JSON.stringify(ref)}, which is not in this text` }
      : { value: found, pointer: ref }
  }
  const steps = ref
    .slice(2)
    .split('/')
    .map((step) => decoded(step).replaceAll('~1', '/').replaceAll('~0', '~'))
  let here: unknown = root
  for (const step of steps) {
    here = Array.isArray(here) && /^\d+$/.test(step) ? here[Number(step)] : valueAt(here, [step])
  }
  return here === undefined
    ? { reason: `it refers to ${JSON.stringify(ref)}, which is not in this text` }
    : { value: here, pointer: ref }
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step // a lone % is a name like any other
  }
}

/** The schema that says `$anchor: name`, among the definitions. */
function anchored(root: unknown, name: string): unknown {
  for (const group of ['$defs', 'definitions']) {
    const definitions = valueAt(root, [group])
    if (!isRecord(definitions)) continue
    const found = Object.values(definitions).find((one) => valueAt(one, ['$anchor']) === name)
    if (found !== undefined) return found
  }
  return undefined
}
