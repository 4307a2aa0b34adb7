import type { YamlProblem } from './compose'
import { readScalar } from './read-scalar'
import type { Range } from './text'
import { entriesOf, isPair, type MapNode, type Pair, type ScalarNode, type YamlNode } from './tree'

/**
 * What is YAML but not for the cluster, or not what it seems: keys that are there twice (the last one
 * counts), values that JSON cannot hold, what YAML 1.1 reads otherwise than 1.2.
 */
export function clusterFaults(text: string, range: Range, root: YamlNode): YamlProblem[] {
  const finder = new FaultFinder(text)
  finder.characters(range)
  finder.visit(root, false)
  return finder.problems
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what the cluster refuses
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g
/** Line ends for YAML 1.1 alone: a lone carriage return, next line, line and paragraph separator. */
const OLD_BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/
const HAS_OLD_BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/g
/** An escape; more than two characters are half of a surrogate pair. */
const ESCAPE = /\\(?:u[dD][89a-fA-F][0-9a-fA-F]{2}|U0000[dD][89a-fA-F][0-9a-fA-F]{2}|[\s\S])/g
const MERGE = 'a merge key takes a map, an alias of a map, or a list of these'

class FaultFinder {
  readonly problems: YamlProblem[] = []
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  #report(severity: YamlProblem['severity'], message: string, from: number, to: number) {
    this.problems.push({ message, range: { from, to }, severity })
  }

  characters({ from, to }: Range) {
    const text = from === 0 && to === this.#text.length ? this.#text : this.#text.slice(from, to)
    for (const { 0: char, index } of text.matchAll(FORBIDDEN)) {
      const code = char.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()
      const message = `the control character U+${code} is not allowed in YAML`
      this.#report('error', message, from + index, from + index + 1)
    }
    const version = /^%YAML[ \t]+([0-9.]+)/m.exec(text)
    if (version && version[1] !== '1.1') {
      const message = `the cluster reads YAML 1.1 only and refuses %YAML ${version[1]}`
      this.#report('error', message, from + version.index, from + version.index + version[0].length)
    }
    if (!OLD_BREAK.test(text)) return
    for (const { index } of text.matchAll(HAS_OLD_BREAK)) this.#oldBreaks.push(from + index)
  }

  /** Offsets of characters that end a line for the cluster, but not for YAML 1.2. */
  readonly #oldBreaks: number[] = []

  visit(node: YamlNode, flow: boolean, key = false) {
    if (node.kind === 'scalar') return this.#scalar(node, flow, key)
    if (node.kind === 'map') this.#map(node)
    const inFlow = (node.kind === 'map' || node.kind === 'seq') && node.flow
    for (const entry of entriesOf(node)) {
      if (isPair(entry)) {
        this.visit(entry.key, inFlow, true)
        if (entry.merge) this.#merge(entry)
      }
      this.visit(entry.value, inFlow)
    }
  }

  #scalar(node: ScalarNode, flow: boolean, key: boolean) {
    const { style, text, from, to } = node
    if (node.tag !== undefined || (style === 'plain' && !key && /^[-+]?\./.test(text))) {
      const { fault } = readScalar(node)
      if (fault !== undefined) this.#report('error', fault, node.start, to)
    }
    if (style === 'plain' && flow && text.includes('?')) {
      this.#report('error', 'within {} and [] a text with a question mark needs quotes', from, to)
    }
    if (style === 'double') this.#escapes(from, to)
    for (const at of this.#oldBreaks) {
      if (at < from || at >= to || style === 'double' || style === 'single') continue
      this.#report('error', 'the cluster takes this character for the end of the line', at, at + 1)
    }
  }

  #escapes(from: number, to: number) {
    for (const { 0: found, index } of this.#text.slice(from, to).matchAll(ESCAPE)) {
      if (found === '\\/' || found.length > 2) {
        const at = from + index
        this.#report(
          'error',
          `the cluster does not know the escape ${found}`,
          at,
          at + found.length,
        )
      }
    }
  }

  #map(node: MapNode) {
    const seen = new Set<string>()
    for (const { name, merge, key } of node.pairs) {
      if (merge || name === undefined) continue
      if (seen.has(name)) {
        const message = `the key ${JSON.stringify(name)} is here twice: the last one counts`
        this.#report('warning', message, key.from, key.to)
      }
      seen.add(name)
    }
  }

  #merge({ key, value }: Pair) {
    const isMap = (node: YamlNode) => (node.kind === 'alias' ? node.target : node)?.kind === 'map'
    const fits =
      value.kind === 'seq' ? value.items.every((item) => isMap(item.value)) : isMap(value)
    if (!fits) this.#report('error', MERGE, key.from, value.to)
  }
}

/**
 * True when aliases of aliases blow the document up beyond what goyaml.v2 accepts: 99 in 100 nodes
 * may come from aliases in small documents, one in ten in large ones.
 */
export function hasTooManyAliases(root: YamlNode): boolean {
  const sizes = new Map<YamlNode, number>()
  const open = new Set<YamlNode>()
  let aliased = 0
  const size = (node: YamlNode): number => {
    const known = sizes.get(node)
    if (known !== undefined) return known
    if (open.has(node)) return 1
    open.add(node)
    let sum = 1
    if (node.kind === 'alias' && node.target) sum += size(node.target)
    for (const entry of entriesOf(node)) sum += size(entry.value) + (isPair(entry) ? 1 : 0)
    open.delete(node)
    sizes.set(node, sum)
    return sum
  }
  const count = (node: YamlNode) => {
    if (node.kind === 'alias' && node.target) aliased += size(node.target)
    for (const entry of entriesOf(node)) count(entry.value)
  }
  count(root)
  const all = size(root)
  if (aliased <= 100 || all <= 1000) return false
  const allowed =
    all <= 400_000 ? 0.99 : all >= 4_000_000 ? 0.1 : 0.99 - 0.89 * ((all - 400_000) / 3_600_000)
  return aliased / all > allowed
}
