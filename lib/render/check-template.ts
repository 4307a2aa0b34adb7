import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseAllDocuments,
  type Scalar as ScalarNode,
  type YAMLMap,
} from 'yaml'
import type { TextEdit } from '@/lib/promise/command'
import { mayBeAbsent, strayPlaceholder, unknownValue } from './messages'
import { partsOf } from './placeholders'
import { quoteScalar, readPlain } from './plain-scalar'
import { checkCharacters } from './template-characters'
import {
  checkFlowPlaceholders,
  checkTokens,
  DEEPEST,
  nestsTooDeeply,
  tokensOf,
} from './template-tokens'
import { LARGEST_INTEGER } from './types'

/** A reason for which `build` refuses a template. */
export interface TemplateProblem {
  readonly message: string
  /** UTF-16 range in the template. */
  readonly range: { readonly from: number; readonly to: number }
  /** The certain cure, if there is one. */
  readonly fix?: readonly TextEdit[] | undefined
}

const TOO_DEEP = 'the template is nested too deeply'

/** Longest key that readers of YAML take without a `?` before it, with room for quotes. */
const LONGEST_KEY = 1000

/** True for the files below `resources/` that are templates. */
export function isTemplatePath(path: string): boolean {
  return /\.ya?ml$/.test(path)
}

/** The documents of a template as the `yaml` package reads them: tags and merges left alone. */
export function parseTemplate(text: string): readonly Document.Parsed[] {
  // Without `uniqueKeys`, whose check takes quadratic time: checkTemplate has its own.
  return [
    ...parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false }),
  ]
}

/**
 * Everything that keeps a template from meaning the same in every language, sorted by place; none
 * for a good one. `valueNames` are the names that it may use, `absent` those that may have no value.
 */
export function checkTemplate(
  path: string,
  text: string,
  valueNames: Iterable<string>,
  absent: ReadonlySet<string> = new Set(),
): readonly TemplateProblem[] {
  const start = { from: 0, to: 0 }
  if (!isTemplatePath(path)) {
    return [{ message: `a template's name ends in .yaml or .yml, unlike ${path}`, range: start }]
  }
  const tokens = tokensOf(text)
  if (nestsTooDeeply(tokens)) return [{ message: TOO_DEEP, range: start }]
  const inFlow = checkFlowPlaceholders(text, tokens)
  if (inFlow.length > 0) return inFlow

  const problems = [...checkCharacters(text), ...checkTokens(text, tokens)]
  let documents: readonly Document.Parsed[]
  try {
    documents = parseTemplate(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ message: TOO_DEEP, range: start }]
  }
  const faults = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])
  for (const { message, pos } of faults) {
    problems.push({ message, range: { from: pos[0], to: pos[1] } })
  }
  if (faults.length === 0) {
    const check = new NodeCheck(text, new Set(valueNames), absent, problems)
    for (const { contents } of documents) check.root(contents)
  }
  return problems.sort((a, b) => a.range.from - b.range.from)
}

/** The checks on the parsed tree. */
class NodeCheck {
  constructor(
    private readonly text: string,
    private readonly names: ReadonlySet<string>,
    private readonly absent: ReadonlySet<string>,
    private readonly problems: TemplateProblem[],
  ) {}

  root(node: unknown): void {
    if (isScalar(node) && !(node.type === 'PLAIN' && readsAsNull(node))) {
      this.report(node, 'a document is a map, as every Kubernetes object is, not a single value')
    } else this.node(node, 0)
  }

  private node(node: unknown, depth: number): void {
    if (depth > DEEPEST) this.report(node, TOO_DEEP)
    else if (isMap(node)) this.map(node, depth + 1)
    else if (isSeq(node)) for (const item of node.items) this.node(item, depth + 1)
    else if (isScalar(node)) this.scalar(node)
  }

  private map(node: YAMLMap, depth: number): void {
    const keys = new Set<string>()
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? (pair.key.source ?? '') : undefined
      if (key !== undefined && keys.has(key)) this.report(pair.key, `the key ${key} is there twice`)
      else if (key !== undefined) keys.add(key)
      this.pair(pair, depth)
    }
  }

  private pair(pair: Pair, depth: number): void {
    const { key, value } = pair
    if (isAlias(key)) return // refused among the tokens
    if (!isScalar(key)) this.report(key ?? value, 'a key must be a string')
    else {
      const source = key.source ?? ''
      const reading = key.type === 'PLAIN' ? readPlain(source) : undefined
      if (source === '<<' && key.type === 'PLAIN') {
        this.report(key, 'a template cannot hold merge keys: write the entries out')
      } else if (reading && typeof (reading.kind === 'value' && reading.value) !== 'string') {
        this.report(
          key,
          `quote the key ${source || '""'}: not every reader takes it as a string`,
          true,
        )
      } else if (source.includes('${')) {
        this.report(key, 'a placeholder cannot stand in a key')
      } else if (source.length > LONGEST_KEY) {
        this.report(key, `a key has at most ${LONGEST_KEY} characters`)
      }
    }
    this.node(value, depth)
  }

  private scalar(node: ScalarNode): void {
    const source = node.source ?? ''
    if (node.type === 'PLAIN') {
      const reading = readPlain(source)
      if (reading.kind === 'differs') {
        this.report(node, `quote ${source}: readers of YAML do not agree on what it is`, true)
        return
      }
      if (reading.kind === 'too large') {
        this.report(node, `${source} is too large: integers lie within ±${LARGEST_INTEGER}`, true)
        return
      }
    }
    if (node.type === 'QUOTE_DOUBLE' && this.holdsSurrogate(node)) {
      this.report(node, 'write the character itself, not two \\u escapes for its halves')
    }
    for (const part of partsOf(source)) {
      if (part.kind === 'stray') this.report(node, strayPlaceholder, false, '${')
      else if (part.kind === 'value' && !this.names.has(part.name)) {
        this.report(node, unknownValue(part.name), false, part.source)
      } else if (part.kind === 'value' && this.absent.has(part.name)) {
        this.report(node, mayBeAbsent(part.name), false, part.source)
      }
    }
  }

  private holdsSurrogate(node: ScalarNode): boolean {
    const { from, to } = this.rangeOf(node)
    return /(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]/.test(this.text.slice(from, to))
  }

  /** Reports at `part` within the node when it stands there as written, else at the whole node. */
  private report(node: unknown, message: string, quote = false, part = ''): void {
    const whole = this.rangeOf(node)
    const at = part ? this.text.slice(whole.from, whole.to).indexOf(part) : -1
    const range = at < 0 ? whole : { from: whole.from + at, to: whole.from + at + part.length }
    const source = isScalar(node) ? (node.source ?? '') : ''
    const fix = quote ? [{ ...whole, insert: quoteScalar(source) }] : undefined
    this.problems.push({ message, range, fix })
  }

  private rangeOf(node: unknown): { from: number; to: number } {
    const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined
    return { from: range?.[0] ?? 0, to: range?.[1] ?? 0 }
  }
}

function readsAsNull(node: ScalarNode): boolean {
  const reading = readPlain(node.source ?? '')
  return reading.kind === 'value' && reading.value === null
}
