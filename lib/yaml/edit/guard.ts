import { applyTextEdits, type TextEdit } from '@/lib/promise/command'
import { displayPath, type Path } from '@/lib/promise/path'
import { editBetween } from '@/lib/promise/text-difference'
import { carryBlock, carryFlow, trimBreak } from '../carry'
import { parseYaml, type YamlDocument } from '../document'
import { locateDeepest, type Spot, type Via } from '../locate'
import { belowDash, belowKey, keyText, pairText, renderFlow } from '../print-yaml'
import { mergeSources, readValue } from '../read-value'
import type { Style } from '../style'
import { afterBlankLines, columnOf, lineEnd, nextLine, spaces } from '../text'
import {
  type AliasNode,
  entriesOf,
  entryEnd,
  isBlockScalar,
  isPair,
  lastLeaf,
  type Pair,
  walk,
  type YamlNode,
} from '../tree'
import { type Edited, refused, type Way } from './edited'

type Run = (doc: YamlDocument, path: Path) => Edited

/**
 * Runs an edit of `path`, unless it would go through an alias or a merge key: then it is refused
 * with the two ways out, to change the anchor or to detach the place from it.
 */
export function guarded(given: YamlDocument, path: Path, run: Run): Edited {
  const doc = touchesThinned(given, path) ? given.whole() : given
  if (doc.broken) return refused('The text has an error; mend it first.')
  const { spot } = locateDeepest(doc.root, path)
  const via = spot.via ?? aliasOnTheWay(doc.root, path)
  if (!via) return attempt(doc, path, run)
  const ways: Way[] = []
  const anchored = anchorPath(doc, path)
  if (anchored) {
    const there = guarded(doc, anchored, run)
    if (there.ok) ways.push({ label: 'Change the anchor', edits: there.edits })
  }
  const detached = detach(doc, path, via, run)
  if (detached) ways.push({ label: 'Detach', edits: detached })
  const name = via.kind === 'alias' ? 'an alias' : 'a merge key'
  return refused(
    `${displayPath(path)} is shared: it comes from ${name} at ${displayPath(via.path) || 'the root'}.`,
    ways,
  )
}

/** True when an edit there may have to know what was left out. */
function touchesThinned(doc: YamlDocument, path: Path): boolean {
  if (!doc.thinned) return false
  const above = path.length < 2
  return above || (path[0] === 'spec' && path[1] === 'dependencies') || !doc.text.endsWith('\n')
}

/** How many edits are being made within others: only the outermost minds how the file ends. */
let nesting = 0

/** Values that YAML cannot hold are the caller's fault, but refusing keeps the text safe. */
function attempt(doc: YamlDocument, path: Path, run: Run): Edited {
  nesting++
  try {
    const result = run(doc, path)
    return nesting === 1 ? endWell(doc, keepNoMore(doc, result)) : result
  } catch (error) {
    if (error instanceof RangeError) return refused(`${error.message}.`)
    throw error
  } finally {
    nesting--
  }
}

/** A block scalar that keeps blank lines must not get those that stand behind its new place. */
function keepNoMore({ text }: YamlDocument, result: Edited): Edited {
  if (!result.ok || !result.edits.some((edit) => KEEPS.test(edit.insert))) return result
  const edits = result.edits.map((edit, i) => {
    // Behind one that kept them before, none are left that are not its own.
    if (!KEEPS.test(edit.insert) || KEEPS.test(text.slice(edit.from, edit.to))) return edit
    const whole = edit.to === 0 || text[edit.to - 1] === '\n'
    const end = whole ? edit.to : lineEnd(text, edit.to)
    if (text.slice(edit.to, end).trim() !== '') return edit
    const limit = result.edits[i + 1]?.from ?? text.length
    const next = afterBlankLines(text, whole ? end : nextLine(text, end))
    const to = Math.min(whole ? next : Math.max(edit.to, trimBreak(text, next)), limit)
    return to > edit.to && /^\s*$/.test(text.slice(edit.to, to)) ? { ...edit, to } : edit
  })
  return { ok: true, edits }
}

const KEEPS = /[|>][0-9]*\+[ \t]*(?:#.*)?\r?\n/

/**
 * A file without a last line break keeps being one, unless it ends now with a block scalar that
 * needs the break.
 */
function endWell(doc: YamlDocument, result: Edited): Edited {
  const last = result.ok ? result.edits.at(-1) : undefined
  const { text } = doc
  if (!result.ok || last?.to !== text.length || text.length < 2 || text.endsWith('\n'))
    return result
  if (!/[|>][0-9]*\+?[ \t]*(?:#.*)?\r?\n/.test(last.insert)) return result
  const next = parseYaml(applyTextEdits(text, result.edits)).at(-1)
  const leaf = next && lastLeaf(next.root)
  if (!leaf || !isBlockScalar(leaf) || /^[|>][0-9]*-/.test(next.text.slice(leaf.from)))
    return result
  const ended = { ...last, insert: last.insert + doc.style.lineEnd }
  return { ok: true, edits: [...result.edits.slice(0, -1), ended] }
}

/** A path that leads into an alias but names nothing there yet. */
function aliasOnTheWay(root: YamlNode, path: Path): Via | undefined {
  const { spot, depth } = locateDeepest(root, path)
  if (depth === path.length || spot.node.kind !== 'alias') return undefined
  return { kind: 'alias', path: path.slice(0, depth), spot }
}

/** The same place, reached without aliases and merge keys. */
function anchorPath(doc: YamlDocument, path: Path): Path | undefined {
  const { spot, depth } = locateDeepest(doc.root, path)
  const chain: (string | number)[] = []
  let node: YamlNode = spot.node
  if (node.kind === 'alias' && depth < path.length && node.target) node = node.target
  else if (spot.entry && spot.parent) {
    chain.unshift(stepOf(spot))
    node = spot.parent.node
  }
  const base = pathOfNode(doc.root, node)
  if (!base) return undefined
  return [...base, ...chain, ...path.slice(depth)]
}

function stepOf(spot: Spot): string | number {
  return spot.entry && isPair(spot.entry) ? (spot.entry.name ?? '') : spot.index
}

function pathOfNode(root: YamlNode, wanted: YamlNode): Path | undefined {
  if (root === wanted) return []
  const entries = entriesOf(root)
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]
    if (!entry) continue
    const below = pathOfNode(entry.value, wanted)
    if (below === undefined) continue
    if (!isPair(entry)) return [i, ...below]
    return entry.name === undefined || entry.merge ? undefined : [entry.name, ...below]
  }
  return undefined
}

/** The edit after the alias or merge key on the way was replaced by a copy, as one change. */
function detach(
  doc: YamlDocument,
  path: Path,
  via: Via,
  run: Run,
): readonly TextEdit[] | undefined {
  const copied = via.kind === 'alias' ? copyAlias(doc, via.spot) : copyMerged(doc, via)
  if (!copied) return undefined
  const text = applyTextEdits(doc.text, copied)
  const index = parseYaml(doc.text).findIndex((one) => one.range.from === doc.range.from)
  const next = parseYaml(text)[index]
  if (!next || next.broken) return undefined
  const result = guarded(next, path, run)
  return result.ok ? [editBetween(doc.text, applyTextEdits(text, result.edits))] : undefined
}

/** The edit that puts a copy of the anchored value in the place of an alias. */
export function copyAlias(doc: YamlDocument, spot: Spot): TextEdit[] | undefined {
  const { node, entry, parent } = spot
  if (node.kind !== 'alias' || !node.target || !entry || !parent) return undefined
  const style = doc.style
  const owner = ownerOf(doc.root, node.target)
  const carried = {
    text: doc.text,
    node: node.target,
    parentColumn: owner === undefined ? -1 : columnOf(doc.text, owner),
    withoutAnchors: true,
  }
  if (parent.node.flow) return [{ from: node.from, to: node.to, insert: carryFlow(carried, style) }]
  const column = columnOf(doc.text, entry.start)
  const rendered = carryBlock(
    carried,
    isPair(entry) ? belowKey(column, style) : belowDash(column),
    style,
  )
  if ('inline' in rendered) return [{ from: node.from, to: node.to, insert: rendered.inline }]
  if (!isPair(entry))
    return [{ from: node.from, to: node.to, insert: rendered.below.slice(rendered.column) }]
  const from = entry.colon + 1
  return [{ from, to: node.to, insert: style.lineEnd + rendered.below }]
}

/** Start of the entry that holds `wanted`. */
function ownerOf(root: YamlNode, wanted: YamlNode): number | undefined {
  for (const entry of entriesOf(root)) {
    if (entry.value === wanted) return entry.start
    const below = ownerOf(entry.value, wanted)
    if (below !== undefined) return below
  }
  return undefined
}

/** The edits that put copies of the merged entries in the place of a map's merge keys. */
function copyMerged(doc: YamlDocument, via: Via): TextEdit[] | undefined {
  const { node } = via.spot
  if (node.kind !== 'map') return undefined
  const merge = node.pairs.find((pair) => pair.merge)
  if (!merge) return undefined
  const style = doc.style
  const value = readValue(node)
  const own = new Set(node.pairs.filter((pair) => !pair.merge).map((pair) => pair.name))
  const names = new Set<string>()
  for (const source of mergeSources(merge).reverse()) {
    for (const name of Object.keys(Object(readValue(source)))) names.add(name)
  }
  const added = [...names].filter((name) => !own.has(name))
  const copies = added.map((name): [string, unknown] => [name, Object(value)[name]])
  return copies.length === 0 ? undefined : writeCopies(doc, node.flow, merge, copies, style)
}

function writeCopies(
  doc: YamlDocument,
  flow: boolean,
  merge: Pair,
  copies: readonly [string, unknown][],
  style: Style,
): TextEdit[] {
  const column = columnOf(doc.text, merge.start)
  const written = flow
    ? copies.map(([name, held]) => `${keyText(name, style, true)}: ${renderFlow(held, style)}`)
    : copies.map(([name, held]) => pairText(name, held, column, style))
  const insert = written.join(flow ? ', ' : style.lineEnd + spaces(column))
  return [{ from: merge.start, to: entryEnd(merge), insert }]
}

/**
 * Refuses to lose an anchor at or below `node` (`whole`) or only below it (`below`: its own anchor
 * stays) that an alias elsewhere means.
 */
export function anchorInUse(
  doc: YamlDocument,
  node: YamlNode,
  part: 'whole' | 'below',
): Edited | undefined {
  if (!doc.aliases) return undefined
  const inside = new Set<YamlNode>()
  walk(node, (one) => inside.add(one))
  const users: AliasNode[] = []
  walk(doc.root, (one) => {
    if (one.kind !== 'alias' || !one.target || inside.has(one) || !inside.has(one.target)) return
    if (part === 'whole' || one.target !== node) users.push(one)
  })
  const [first] = users
  if (!first) return undefined
  return refused(
    `The anchor &${first.name} is still used by ${users.length === 1 ? 'an alias' : `${users.length} aliases`}.`,
  )
}
