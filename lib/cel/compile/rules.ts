import { displayPath, isRecord, type Path } from '@/lib/promise/path'
import type { Schema } from '@/lib/schema/property'
import type { SchemaNode } from '@/lib/schema/walk'
import { estimateCost } from '../cost/estimate'
import { times } from '../cost/size'
import { type DeclType, declTypeOf } from '../types/decl-type'
import { NotChecked } from './check'
import { compileExpression, type Expression } from './expression'

const MAX_REQUEST = 3 * 1024 * 1024
/** The most that a rule, and all rules of a version, may be estimated to cost (kratix.md 91). */
export const RULE_LIMIT = 10_000_000
export const SCHEMA_LIMIT = 100_000_000

/** What the API server says of one rule of x-kubernetes-validations. */
export interface RuleFault {
  readonly keyword: 'rule' | 'messageExpression' | 'optionalOldSelf'
  /** A sentence in the words of the API server. */
  readonly message: string
  /** Where in the text of the keyword, in UTF-16 units. */
  readonly at?: number
  readonly end?: number
  readonly kind: 'compile' | 'cost'
}

export interface CompiledRule {
  readonly rule: Schema
  /** `undefined` where the rule is blank or no text. */
  readonly expression: Expression | undefined
  readonly messageExpression: Expression | undefined
  readonly usesOldSelf: boolean
  /** What all uses of the rule in one request may cost at most; `undefined` where that is not known. */
  readonly cost: number | undefined
  readonly messageCost: number | undefined
  readonly faults: readonly RuleFault[]
  /** Ends a sentence, as of {@link Expression}. */
  readonly unsure: string | undefined
}

export interface CompiledNode {
  /** Of {@link selfAt}. */
  readonly self: DeclType | undefined
  readonly rules: readonly CompiledRule[]
}

const known = new WeakMap<
  object,
  { readonly parent: SchemaNode | undefined; readonly made: CompiledNode }
>()

/** Compiles the rules that stand at a schema, below the schemas that lead to it (kratix.md 85-91). */
export function compileRules(node: SchemaNode): CompiledNode {
  const hit = known.get(node.schema)
  if (hit && hit.parent === node.parent) return hit.made
  const made = compileNode(node)
  known.set(node.schema, { parent: node.parent, made })
  return made
}

function compileNode(node: SchemaNode): CompiledNode {
  const { schema, parent } = node
  const self = selfAt(node)
  const list = schema['x-kubernetes-validations']
  const rules = Array.isArray(list) ? list.map((rule) => (isRecord(rule) ? rule : {})) : []
  const count = self && (cardinality(parent) ?? Math.trunc(MAX_REQUEST / (self.minSize + 1)))
  const uncorrelatable = uncorrelatablePath(node)
  return { self, rules: rules.map((rule) => compileRule(rule, self, count ?? 0, uncorrelatable)) }
}

/** What `self` is to a rule at a schema; `undefined` where it is nothing, as without a type. */
export function selfAt({ schema, parent }: Pick<SchemaNode, 'schema' | 'parent'>) {
  return declTypeOf(schema, !parent || schema['x-kubernetes-embedded-resource'] === true)
}

/** What keeps rules at a node from being judged here, whatever they say. */
export function unsureOf({ as, path, parent }: SchemaNode): string | undefined {
  if (!parent) return undefined
  const resource = !parent.parent || parent.schema['x-kubernetes-embedded-resource'] === true
  const metadata = as === 'properties' && resource && path.at(-1) === 'metadata'
  return metadata ? 'metadata, which the API server describes itself' : unsureOf(parent)
}

const NOTHING: Omit<CompiledRule, 'rule'> = {
  expression: undefined,
  messageExpression: undefined,
  usesOldSelf: false,
  cost: 0,
  messageCost: 0,
  faults: [],
  unsure: undefined,
}

function compileRule(
  rule: Schema,
  self: DeclType | undefined,
  count: number,
  uncorrelatable: Path | undefined,
): CompiledRule {
  if (typeof rule.rule !== 'string' || rule.rule.trim() === '' || !self) return { rule, ...NOTHING }
  const optionalOldSelf = rule.optionalOldSelf === true
  const expression = compileExpression(rule.rule, self, optionalOldSelf)
  const compiles = expression.checked?.typeOf(expression.checked.expr).kind === 'bool'
  const text = rule.messageExpression
  const messageExpression =
    compiles && typeof text === 'string' && text !== ''
      ? compileExpression(text, self, optionalOldSelf)
      : undefined
  const usesOldSelf = expression.checked?.usesOldSelf ?? false
  const cost = costOf(expression, self, count)
  const messageCost = messageExpression ? costOf(messageExpression, self, 1) : 0
  const faults = [
    ...expressionFaults('rule', expression),
    ...expressionFaults('messageExpression', messageExpression),
    ...costFaults('rule', 'estimated rule cost', cost),
    ...costFaults('messageExpression', 'estimated messageExpression cost', messageCost),
    ...oldSelfFaults(rule, expression, usesOldSelf, uncorrelatable),
  ]
  const unsure =
    expression.unsure ??
    messageExpression?.unsure ??
    (cost === undefined || messageCost === undefined ? 'its cost' : undefined)
  return { rule, expression, messageExpression, usesOldSelf, cost, messageCost, faults, unsure }
}

function expressionFaults(
  keyword: 'rule' | 'messageExpression',
  expression: Expression | undefined,
): readonly RuleFault[] {
  if (!expression) return []
  const { checked } = expression
  const prefix = keyword === 'rule' ? 'compilation failed' : 'messageExpression compilation failed'
  const faults = expression.faults.map(({ message, at, end }) => {
    const instantiation = message.startsWith('program instantiation')
    return {
      keyword,
      kind: 'compile' as const,
      at,
      end,
      message: instantiation ? message : `${prefix}: ${message}`,
    }
  })
  const type = checked?.typeOf(checked.expr).kind
  const wanted = keyword === 'rule' ? 'bool' : 'string'
  if (type === undefined || type === wanted) return faults
  const message =
    keyword === 'rule'
      ? 'cel expression must evaluate to a bool'
      : 'messageExpression must evaluate to a string'
  return [...faults, { keyword, kind: 'compile', message }]
}

function costOf(expression: Expression, self: DeclType, count: number): number | undefined {
  if (!expression.checked) return expression.unsure === undefined ? 0 : undefined
  try {
    return times(estimateCost(expression.checked, self), count)
  } catch (error) {
    if (error instanceof NotChecked) return undefined
    throw error
  }
}

function costFaults(
  keyword: 'rule' | 'messageExpression',
  name: string,
  cost: number | undefined,
): readonly RuleFault[] {
  if (cost === undefined || cost <= RULE_LIMIT) return []
  return [{ keyword, kind: 'cost', message: costMessage(name, cost, RULE_LIMIT) }]
}

/** As the API server words it. */
export function costMessage(name: string, cost: number, limit: number): string {
  const factor = cost / limit
  const by = factor > 100 ? 'more than 100x' : `${factor.toFixed(factor < 1.5 ? 6 : 1)}x`
  return `${name} exceeds budget by factor of ${by} (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared)`
}

function oldSelfFaults(
  rule: Schema,
  expression: Expression,
  usesOldSelf: boolean,
  uncorrelatable: Path | undefined,
): readonly RuleFault[] {
  if (!expression.checked) return []
  if (usesOldSelf && uncorrelatable) {
    const message = `oldSelf cannot be used on the uncorrelatable portion of the schema within ${displayPath(uncorrelatable)}`
    return [{ keyword: 'rule', kind: 'compile', message }]
  }
  if (usesOldSelf || rule.optionalOldSelf === undefined || rule.optionalOldSelf === null) return []
  const message = 'may not be set if oldSelf is not used in rule'
  return [{ keyword: 'optionalOldSelf', kind: 'compile', message }]
}

/** How often a value may stand below the schemas that lead to it; `undefined` where nothing bounds it. */
function cardinality(parent: SchemaNode | undefined): number | undefined {
  if (!parent) return 1
  const above = cardinality(parent.parent)
  const { schema } = parent
  const map = schema.additionalProperties !== undefined && schema.additionalProperties !== null
  const limit =
    schema.type === 'array'
      ? schema.maxItems
      : schema.type === 'object' && map
        ? schema.maxProperties
        : 1
  if (typeof limit !== 'number' && typeof limit !== 'bigint') return undefined
  return above === undefined ? undefined : times(above, Math.max(0, Number(limit)))
}

/** The list below which an old value cannot be told (kratix.md 90). */
function uncorrelatablePath({ as, parent }: SchemaNode): Path | undefined {
  if (!parent) return undefined
  if (as === 'items' && parent.schema['x-kubernetes-list-type'] !== 'map') return parent.path
  return uncorrelatablePath(parent)
}
