import { displayPath, type Path } from '@/lib/promise/path'
import type { YamlDocument } from '../document'
import { locateDeepest, type Spot } from '../locate'
import { readValue } from '../read-value'
import { sameValue } from '../same-value'
import { isBlockScalar, type YamlNode } from '../tree'
import { YamlSource } from '../yaml-source'
import { insertInList, insertInMap } from './add'
import { type Edited, edited, refused, subjectOf } from './edited'
import { anchorInUse, guarded } from './guard'
import { replaceValue } from './replace-value'

/**
 * Gives `path` the value, a plain one or a {@link YamlSource}. Scalars are spliced in the style in
 * which they stand; parents that do not exist are made, lists by an index that is their length.
 */
export function setValue(doc: YamlDocument, path: Path, value: unknown): Edited {
  return (
    typeScalar(doc, path, value) ??
    guarded(doc, path, (here, at) => {
      const subject = subjectOf(here)
      const { spot, depth } = locateDeepest(subject.root, at)
      if (depth === at.length) {
        if (!(value instanceof YamlSource) && sameValue(readValue(spot.node), value))
          return edited()
        const used = anchorInUse(here, spot.node, 'below')
        if (used) return used
        return edited(replaceValue(subject, spot, value))
      }
      return create(subject, spot, at, depth, value)
    })
  )
}

/**
 * Another scalar of one line for a scalar of one line: what typing does. Nothing beside it has to
 * be looked at, so that it takes no longer in a large document.
 */
function typeScalar(doc: YamlDocument, path: Path, value: unknown): Edited | undefined {
  if (doc.broken || doc.aliases || (typeof value === 'object' && value !== null)) return undefined
  if (typeof value === 'string' && value.includes('\n')) return undefined
  const spot = doc.spotOf(path)
  if (spot?.node.kind !== 'scalar' || isBlockScalar(spot.node)) return undefined
  if (sameValue(readValue(spot.node), value)) return edited()
  return edited(replaceValue(subjectOf(doc), spot, value))
}

function create(
  subject: ReturnType<typeof subjectOf>,
  spot: Spot,
  path: Path,
  depth: number,
  value: unknown,
): Edited {
  const { node } = spot
  const step = path[depth]
  const rest = nest(path.slice(depth + 1), value)
  const name = displayPath(path.slice(0, depth)) || 'the document'
  if (step === undefined || rest === undefined)
    return refused(`${displayPath(path)} cannot be made.`)
  if (node.kind === 'map' && typeof step === 'string' && node.pairs.length > 0) {
    return insertInMap(subject, { ...spot, node }, [[step, rest.value]], 'last')
  }
  if (node.kind === 'seq' && typeof step === 'number' && node.items.length > 0) {
    if (step !== node.items.length) return refused(`${name} has only ${node.items.length} items.`)
    return insertInList(subject, { ...spot, node }, step, [rest.value])
  }
  if (!isVacant(node, step))
    return refused(`${name} is not a ${typeof step === 'number' ? 'list' : 'map'}.`)
  const whole = nest([step], rest.value)
  if (!whole) return refused(`${name} has no items.`)
  return edited(replaceValue(subject, spot, whole.value))
}

/** True for null, nothing, and the empty collection of the right kind. */
export function isVacant(node: YamlNode, step: string | number): boolean {
  if (node.kind === 'map') return node.pairs.length === 0 && typeof step === 'string'
  if (node.kind === 'seq') return node.items.length === 0 && typeof step === 'number'
  return node.kind === 'scalar' && readValue(node) === null
}

/** `value` inside maps and lists of one entry each; a list can only begin at 0. */
function nest(path: Path, value: unknown): { value: unknown } | undefined {
  let out = value
  for (const step of path.toReversed()) {
    if (typeof step === 'number') {
      if (step !== 0) return undefined
      out = [out]
    } else out = Object.fromEntries([[step, out]])
  }
  return { value: out }
}
