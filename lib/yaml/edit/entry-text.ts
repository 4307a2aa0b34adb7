import type { Path } from '@/lib/promise/path'
import { parseYaml, type YamlDocument } from '../document'
import { locate, type Spot } from '../locate'
import { printYaml } from '../print-yaml'
import { readValue } from '../read-value'
import { sameValue } from '../same-value'
import { isPair } from '../tree'
import { subjectOf } from './edited'
import { entrySource } from './entry-source'

/**
 * The entry of a map at `path` as lines of their own, under `key`: its own words and comments, in
 * block style where it stands in it. It defines no anchor, and what leans on one is written out.
 */
export function entryText(given: YamlDocument, path: Path, key: string): string {
  const doc = given.thinned ? given.whole() : given
  const spot = locate(doc.root, path)
  if (!spot?.entry || !isPair(spot.entry)) throw new TypeError('there is no entry of a map')
  const value = { [key]: readValue(spot.node) }
  const text = spot.via ? undefined : ownText(doc, spot, key)
  return text !== undefined && readsAs(text, value) ? text : printYaml(value)
}

function ownText(doc: YamlDocument, spot: Spot, key: string): string {
  const { style, ...subject } = subjectOf(doc)
  const goal = { kind: 'map', flow: false, column: 0, key, withoutAnchors: true } as const
  return `${entrySource({ ...subject, style: { ...style, lineEnd: '\n' } }, spot, goal)}\n`
}

function readsAs(text: string, value: unknown): boolean {
  const [alone, ...more] = parseYaml(text)
  if (!alone || alone.broken || alone.problems.length > 0 || more.length > 0) return false
  return sameValue(alone.value(), value)
}
