import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  isPair as isYamlPair,
  Lexer,
  type Node,
  Parser,
  Scalar,
} from 'yaml'
import { clusterFaults, hasTooManyAliases } from './cluster-faults'
import { readKey } from './read-scalar'
import type { Range } from './text'
import type {
  AliasNode,
  Item,
  MapNode,
  Pair,
  ScalarNode,
  ScalarStyle,
  SeqNode,
  YamlNode,
} from './tree'

export interface YamlProblem {
  readonly message: string
  readonly range: Range
  readonly severity: 'error' | 'warning'
}

/** One document of a stream, as plain data. */
export interface Composed {
  readonly range: Range
  readonly root: YamlNode
  readonly problems: readonly YamlProblem[]
  readonly broken: boolean
  /** It has aliases: parts of the tree are there twice. */
  readonly aliases: boolean
  /** Part of the tree is opaque (see `wire.ts`). */
  readonly thinned?: boolean
}

/** Collections in one another; real documents stay below 50, the parser's own recursion above 1,000. */
export const MAX_DEPTH = 400

const OPTIONS = {
  schema: 'failsafe',
  resolveKnownTags: false,
  keepSourceTokens: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const

/** Reads every document of `text`. Never throws; an empty text is one empty document. */
export function compose(text: string): Composed[] {
  const composer = new Composer(OPTIONS)
  const sources: CST.Document[] = []
  const docs: Document.Parsed[] = []
  let tooDeep: number | undefined

  const parser = new Parser()
  const take = (tokens: Iterable<CST.Token>) => {
    for (const token of tokens) {
      if (token.type === 'document') sources.push(token)
      for (const doc of composer.next(token)) docs.push(doc as Document.Parsed)
    }
  }
  // The lexer stumbles over a list right behind a byte-order mark; it need not see the mark.
  const marked = text.charCodeAt(0) === 0xfeff
  if (marked) parser.offset = 1
  for (const lexeme of new Lexer().lex(marked ? text.slice(1) : text)) {
    take(parser.next(lexeme))
    if (parser.stack.length > MAX_DEPTH) {
      tooDeep = parser.offset
      break
    }
  }
  if (tooDeep === undefined) take(parser.end())
  for (const doc of composer.end(docs.length === 0, text.length)) docs.push(doc as Document.Parsed)

  const composed = docs.map((doc, i): Composed => {
    const from = i === 0 ? 0 : (docs[i - 1]?.range?.[2] ?? 0)
    const to = i === docs.length - 1 ? text.length : (doc.range?.[2] ?? text.length)
    return new TreeBuilder(text, { from, to }).build(doc, sources[i])
  })
  if (tooDeep !== undefined) composed.push(tooDeepDocument(text, tooDeep, composed.at(-1)))
  return composed
}

function tooDeepDocument(text: string, at: number, before: Composed | undefined): Composed {
  const message = `collections lie more than ${MAX_DEPTH} deep in one another here`
  const range = { from: at, to: Math.min(at + 1, text.length) }
  return {
    range: { from: before?.range.to ?? 0, to: text.length },
    root: emptyNode(before?.range.to ?? 0),
    problems: [{ message, range, severity: 'error' }],
    broken: true,
    aliases: false,
  }
}

export function emptyNode(at: number): ScalarNode {
  return { kind: 'scalar', style: 'empty', text: '', start: at, from: at, to: at }
}

const STYLES: Record<string, ScalarStyle> = {
  [Scalar.BLOCK_FOLDED]: 'folded',
  [Scalar.BLOCK_LITERAL]: 'literal',
  [Scalar.PLAIN]: 'plain',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.QUOTE_SINGLE]: 'single',
}

/** Turns the parser's nodes of one document into our tree and gathers its problems. */
class TreeBuilder {
  readonly #text: string
  readonly #range: Range
  readonly #problems: YamlProblem[] = []
  /** Anchors met so far: an alias means the last one before it. */
  readonly #anchors = new Map<string, YamlNode>()
  /** Anchors of collections that are still being read: an alias in there would hold itself. */
  readonly #open = new Map<string, AliasNode[]>()

  #aliases = false

  constructor(text: string, range: Range) {
    this.#text = text
    this.#range = range
  }

  build(doc: Document.Parsed, source: CST.Document | undefined): Composed {
    let broken = false
    for (const error of doc.errors) {
      broken = true
      this.#report(error.message, error.pos[0], error.pos[1], 'error')
    }
    for (const warning of doc.warnings) {
      // Unknown tags mean nothing to the cluster; its own tags are read by us.
      if (warning.code === 'TAG_RESOLVE_FAILED') continue
      this.#report(warning.message, warning.pos[0], warning.pos[1], 'warning')
    }
    const root = doc.contents
      ? this.#node(doc.contents as Node, source?.start ?? [])
      : emptyNode(this.#range.to)
    if (this.#aliases && hasTooManyAliases(root)) {
      const message = 'the document contains excessive aliasing'
      this.#report(message, root.from, root.to, 'error')
      return {
        range: this.#range,
        root: emptyNode(this.#range.from),
        problems: this.#problems,
        broken: true,
        aliases: true,
      }
    }
    const problems = [...this.#problems, ...clusterFaults(this.#text, this.#range, root)]
    return { range: this.#range, root, problems, broken, aliases: this.#aliases }
  }

  #report(message: string, from: number, to: number, severity: 'error' | 'warning') {
    const start = Math.min(from, this.#text.length)
    this.#problems.push({
      message,
      range: { from: start, to: Math.max(start, Math.min(to, this.#text.length)) },
      severity,
    })
  }

  #node(node: Node | null, props: readonly CST.SourceToken[], at = 0): YamlNode {
    if (!node) return emptyNode(at)
    const { from, to } = contentRange(this.#text, node)
    const start = propsStart(props, from)
    const tag =
      node.tag && node.tag !== '!'
        ? node.tag
        : props.some((t) => t.type === 'tag' && t.source === '!')
          ? '!'
          : undefined
    const anchor = isAlias(node) ? undefined : node.anchor || undefined
    const base = { start, from, to, ...(anchor && { anchor }), ...(tag && { tag }) }
    if (isAlias(node)) {
      this.#aliases = true
      const alias: AliasNode = { kind: 'alias', name: node.source, start: from, from, to }
      const waiting = this.#open.get(node.source)
      if (waiting) waiting.push(alias)
      else alias.target = this.#anchors.get(node.source)
      if (!waiting && !alias.target) {
        this.#report(`there is no anchor &${node.source} before this alias`, from, to, 'error')
      }
      return alias
    }
    if (isScalar(node)) {
      const style = from === to ? 'empty' : (STYLES[node.type ?? ''] ?? 'plain')
      const scalar: ScalarNode = {
        kind: 'scalar',
        ...base,
        style,
        text: scalarText(this.#text, node),
      }
      if (anchor) this.#anchors.set(anchor, scalar)
      return scalar
    }
    const waiting: AliasNode[] = []
    const outer = anchor === undefined ? undefined : this.#open.get(anchor)
    if (anchor !== undefined) this.#open.set(anchor, waiting)
    let made: YamlNode
    if (isMap(node)) made = this.#map(node, base)
    else if (isSeq(node)) made = this.#seq(node, base)
    else made = emptyNode(at)
    if (anchor !== undefined) {
      if (outer) this.#open.set(anchor, outer)
      else this.#open.delete(anchor)
      for (const alias of waiting) {
        alias.target = made
        this.#report(`anchor &${anchor} holds itself here`, alias.from, alias.to, 'error')
      }
      this.#anchors.set(anchor, made)
    }
    return made
  }

  #map(node: Node & { items: unknown[] }, base: Omit<MapNode, 'kind' | 'flow' | 'pairs'>): MapNode {
    const token = node.srcToken
    const flow = token?.type !== 'block-map'
    const pairs: Pair[] = []
    for (const item of node.items) {
      if (!isYamlPair(item)) continue
      const source = item.srcToken
      pairs.push(this.#pair(item.key as Node | null, item.value as Node | null, source))
    }
    const bare = flow && token?.type !== 'flow-collection'
    const first = pairs[0]
    const last = pairs.at(-1)
    const span =
      (flow && !bare) || !first || !last
        ? base
        : {
            ...base,
            from: first.start,
            start: Math.min(base.start, first.start),
            to: pairEnd(last),
          }
    return { kind: 'map', ...span, flow, ...(bare && { bare: true as const }), pairs }
  }

  #pair(key: Node | null, value: Node | null, source: CST.CollectionItem | undefined): Pair {
    const sep = source?.sep ?? []
    const starts = source?.start ?? []
    const mark = starts.find((token) => token.type === 'explicit-key-ind')
    const keyNode = this.#node(key, starts, mark ? mark.offset + 1 : (sep[0]?.offset ?? 0))
    const colon = sep.find((token) => token.type === 'map-value-ind')?.offset ?? -1
    const empty = colon >= 0 ? colon + 1 : keyNode.to
    const valueNode = isEmptyScalar(value)
      ? emptyValue(value, sep, empty)
      : this.#node(value, sep, empty)
    if (valueNode.anchor && valueNode.kind === 'scalar' && valueNode.style === 'empty') {
      this.#anchors.set(valueNode.anchor, valueNode)
    }
    const read = this.#name(keyNode)
    return {
      start: mark?.offset ?? keyNode.start,
      key: keyNode,
      name: read,
      merge: isMergeKey(keyNode),
      explicit: mark !== undefined,
      colon,
      value: valueNode,
    }
  }

  #name(key: YamlNode): string | undefined {
    const node = key.kind === 'alias' ? key.target : key
    const name = node?.kind === 'scalar' ? readKey(node) : undefined
    if (name === undefined) {
      this.#report(
        'the cluster accepts only strings, numbers and booleans as keys',
        key.start,
        key.to,
        'error',
      )
    }
    return name
  }

  #seq(node: Node & { items: unknown[] }, base: Omit<SeqNode, 'kind' | 'flow' | 'items'>): SeqNode {
    const token = node.srcToken
    const flow = token?.type !== 'block-seq'
    const sources =
      token?.type === 'block-seq' || token?.type === 'flow-collection'
        ? (token.items as CST.CollectionItem[]).filter(holdsItem)
        : []
    const items = node.items.map((value, i): Item => {
      const source = sources[i]
      const starts = source?.start ?? []
      if (flow) {
        if (isMap(value) && !value.srcToken) {
          const map = this.#barePair(value, source)
          return { start: map.start, value: map }
        }
        const made = this.#node(value as Node, starts, base.from + 1)
        return { start: made.start, value: made }
      }
      const dash = starts.find((t) => t.type === 'seq-item-ind')?.offset ?? base.from
      const made = isEmptyScalar(value as Node)
        ? emptyValue(value as Node, starts, dash + 1)
        : this.#node(value as Node, starts, dash + 1)
      if (made.anchor && made.kind === 'scalar' && made.style === 'empty') {
        this.#anchors.set(made.anchor, made)
      }
      return { start: dash, value: made }
    })
    const first = items[0]
    const last = items.at(-1)
    const span =
      flow || !first || !last
        ? base
        : {
            ...base,
            from: first.start,
            start: Math.min(base.start, first.start),
            to: Math.max(last.start + 1, last.value.to),
          }
    return { kind: 'seq', ...span, flow, items }
  }

  #barePair(map: { items: unknown[] }, source: CST.CollectionItem | undefined): MapNode {
    const item = map.items[0]
    const pair = isYamlPair(item)
      ? this.#pair(item.key as Node | null, item.value as Node | null, source)
      : this.#pair(null, null, source)
    const start = pair.start
    return {
      kind: 'map',
      start,
      from: start,
      to: pairEnd(pair),
      flow: true,
      bare: true,
      pairs: [pair],
    }
  }
}

function pairEnd(pair: Pair): number {
  return Math.max(pair.key.to, pair.colon + 1, pair.value.to)
}

function isMergeKey(key: YamlNode): boolean {
  return (
    key.kind === 'scalar' &&
    key.text === '<<' &&
    ((key.style === 'plain' && key.tag === undefined) || key.tag === 'tag:yaml.org,2002:merge')
  )
}

/** The composer passes over items that are only comments; so do we. */
function holdsItem(item: CST.CollectionItem): boolean {
  return (
    item.key !== undefined ||
    item.sep !== undefined ||
    item.value !== undefined ||
    item.start.some(
      (t) =>
        t.type === 'seq-item-ind' ||
        t.type === 'anchor' ||
        t.type === 'tag' ||
        t.type === 'explicit-key-ind',
    )
  )
}

function isEmptyScalar(node: Node | null): boolean {
  return (
    !node || (isScalar(node) && node.range !== undefined && node.range?.[0] === node.range?.[1])
  )
}

/** An empty value stands right after its `:` or `-`, or after its anchor and tag. */
function emptyValue(node: Node | null, props: readonly CST.SourceToken[], at: number): ScalarNode {
  let start: number | undefined
  let end = at
  for (const token of props) {
    if (token.type !== 'anchor' && token.type !== 'tag') continue
    start ??= token.offset
    end = token.offset + token.source.length
  }
  const anchor = node && !isAlias(node) ? node.anchor : undefined
  return {
    kind: 'scalar',
    style: 'empty',
    text: '',
    start: start ?? end,
    from: end,
    to: end,
    ...(anchor && { anchor }),
    ...(node?.tag && { tag: node.tag }),
  }
}

function propsStart(props: readonly CST.SourceToken[], from: number): number {
  for (const token of props) {
    if (token.type === 'anchor' || token.type === 'tag') return Math.min(token.offset, from)
  }
  return from
}

function contentRange(text: string, node: Node): Range {
  const [from, to] = node.range ?? [0, 0, 0]
  const token = node.srcToken
  if (token?.type !== 'block-scalar') return { from, to }
  const header = token.props.find((t) => t.type === 'block-scalar-header')
  const keeps = header !== undefined && 'source' in header && header.source?.includes('+')
  let end = to
  if (keeps) {
    if (text[end - 1] === '\n') end -= text[end - 2] === '\r' ? 2 : 1
  } else {
    while (end > from && /\s/.test(text[end - 1] ?? '')) end--
  }
  // The header's own comment is no content, but an empty block scalar ends on its header's line.
  return { from, to: Math.max(end, from) }
}

/**
 * The text of a scalar. A block scalar whose last line has no line break has none in its value
 * either: the parser gives it one, the cluster does not.
 */
function scalarText(text: string, node: Scalar): string {
  const value = String(node.source ?? '')
  const token = node.srcToken
  if (token?.type !== 'block-scalar' || !value.endsWith('\n') || text.endsWith('\n')) return value
  if ((node.range?.[1] ?? 0) < text.length) return value
  const lines = token.source.split('\n')
  const last = lines.at(-1) ?? ''
  const indent = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0
  return last.trim() !== '' || last.length > indent ? value.slice(0, -1) : value
}
