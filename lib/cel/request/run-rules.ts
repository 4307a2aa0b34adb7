import { isRecord, type Path } from '@/lib/promise/path'
import { equal } from '@/lib/schema/misfit'
import type { Schema } from '@/lib/schema/property'
import type { SchemaNode } from '@/lib/schema/walk'
import { type CompiledRule, compileRules, unsureOf } from '../compile/rules'
import { evaluate } from '../evaluate/evaluate'
import { EvaluationFault, NotEvaluated, Optional, type Value } from '../values/value'
import { readFieldPath } from './field-path'
import { toValue } from './to-value'
import type { RequestFault } from './verdict'
import { ruleMessage } from './wording'

const MAX_MESSAGE = 5 * 1024

/** A value and what it was before, at one schema. */
interface Place {
  readonly node: SchemaNode
  readonly value: unknown
  /** `undefined` where there was none, or where it cannot be told. */
  readonly old: unknown
  /** Unchanged as far as it can be told: what was wrong before may stay so (kratix.md 9.3). */
  readonly same: boolean
  readonly path: Path
}

export interface RuleResult {
  /** Which of x-kubernetes-validations. */
  readonly index: number
  /** `holds`; a fault that the API server names; `skipped` without an old value; or what is not known. */
  readonly outcome:
    | { readonly kind: 'holds' | 'skipped' }
    | { readonly kind: 'fails' | 'error'; readonly message: string; readonly at: Path }
    | { readonly kind: 'unsure'; readonly because: string }
}

/** The rules that stand at one schema, run on one value. */
export function runRulesAt(
  { node, value, old }: Pick<Place, 'node' | 'value' | 'old'>,
  maxCost?: number,
): readonly RuleResult[] {
  const written = node.schema['x-kubernetes-validations']
  // Most schemas have none: what a rule there would be about need not be found out.
  if (!Array.isArray(written) || written.length === 0) return []
  if (value === null || value === undefined) return []
  const { rules } = compileRules(node)
  const because = unsureOf(node)
  let variables: Map<string, Value> | undefined
  return rules.map((rule, index) => {
    if (because !== undefined) return { index, outcome: { kind: 'unsure', because } }
    try {
      variables ??= variablesOf(node, value, old)
      return { index, outcome: runRule(node.schema, rule, value, old, variables, maxCost) }
    } catch (error) {
      const cause = error instanceof EvaluationFault ? 'a value that cannot be read' : undefined
      if (!cause && !(error instanceof NotEvaluated)) throw error
      const because = cause ?? (error as NotEvaluated).message
      return { index, outcome: { kind: 'unsure', because } }
    }
  })
}

function variablesOf(node: SchemaNode, value: unknown, old: unknown): Map<string, Value> {
  const root = !node.parent
  const variables = new Map([['self', toValue(node.schema, value, root)]])
  if (old !== undefined && old !== null) variables.set('oldSelf', toValue(node.schema, old, root))
  return variables
}

function runRule(
  schema: Schema,
  { rule, expression, messageExpression, usesOldSelf, faults, unsure }: CompiledRule,
  value: unknown,
  old: unknown,
  variables: ReadonlyMap<string, Value>,
  maxCost: number | undefined,
): RuleResult['outcome'] {
  const fault = faults.find(({ kind, keyword }) => kind === 'compile' && keyword === 'rule')
  if (fault) return { kind: 'error', message: `rule compile error: ${fault.message}`, at: [] }
  const checked = expression?.checked
  if (!checked)
    return unsure === undefined ? { kind: 'holds' } : { kind: 'unsure', because: unsure }
  const optional = rule.optionalOldSelf === true
  if (usesOldSelf && (old === undefined || old === null) && !optional) return { kind: 'skipped' }
  const scope = optional
    ? new Map([...variables, ['oldSelf', new Optional(variables.get('oldSelf'))] as const])
    : variables
  try {
    if (evaluate(checked, scope, { maxCost }) === true) return { kind: 'holds' }
  } catch (error) {
    if (!(error instanceof EvaluationFault)) throw error
    const text = trimmed(rule.message) || trimmed(rule.rule)
    const message = error.message.startsWith('no such overload')
      ? `'${error.message}': call arguments did not match a supported operator, function or macro signature for rule: ${text}`
      : `${error.message} evaluating rule: ${text}`
    return {
      kind: 'error',
      message: `Invalid value: ${JSON.stringify(schema.type ?? '')}: ${message}`,
      at: [],
    }
  }
  const own = messageExpression?.checked && messageOf(messageExpression.checked, variables)
  const detail = own ?? (trimmed(rule.message) || `failed rule: ${trimmed(rule.rule)}`)
  const message = ruleMessage(value, schema.type, detail, rule.reason)
  return { kind: 'fails', message, at: readFieldPath(rule.fieldPath) }
}

/** `undefined` where the message of the rule takes its place. */
function messageOf(checked: Parameters<typeof evaluate>[0], variables: ReadonlyMap<string, Value>) {
  try {
    const text = evaluate(checked, variables)
    const message = typeof text === 'string' ? text.trim() : ''
    const fits = message !== '' && !message.includes('\n') && message.length <= MAX_MESSAGE
    return fits ? message : undefined
  } catch (error) {
    if (error instanceof EvaluationFault) return undefined
    throw error
  }
}

const trimmed = (text: unknown) => (typeof text === 'string' ? text.trim() : '')

export interface RunOptions {
  /** What has not changed may stay wrong, as on Kubernetes from 1.30 on; not so with defaults. */
  readonly tolerant?: boolean
  /** Of one rule; less than the API server allows where an answer is wanted soon. */
  readonly maxCost?: number
}

/** What all rules at and below a schema say of a value. */
export function runRules(
  root: SchemaNode,
  value: unknown,
  old: unknown,
  { tolerant = true, maxCost }: RunOptions = {},
): { readonly faults: readonly RequestFault[]; readonly unsure: readonly string[] } {
  const faults: RequestFault[] = []
  const unsure = new Set<string>()
  const visit = (place: Place) => {
    const { node, path } = place
    for (const { index, outcome } of runRulesAt(place, maxCost)) {
      const rule = [...node.path, 'x-kubernetes-validations', index]
      if (outcome.kind === 'unsure') unsure.add(outcome.because)
      if (outcome.kind === 'error') faults.push({ path, message: outcome.message, rule })
      if (outcome.kind !== 'fails') continue
      const tolerated = tolerant && place.same && !compileRules(node).rules[index]?.usesOldSelf
      if (!tolerated)
        faults.push({ path: [...path, ...outcome.at], message: outcome.message, rule })
    }
    if (place.value === null || place.value === undefined) return
    for (const part of partsOf(place)) visit(part)
  }
  const before = old === undefined ? undefined : old
  visit({
    node: root,
    value,
    old: before,
    same: before !== undefined && equal(value, before),
    path: [],
  })
  return { faults, unsure: [...unsure] }
}

function partsOf(place: Place): readonly Place[] {
  const { node, value, old, path } = place
  const { schema } = node
  const child = (
    as: 'properties' | 'items' | 'additionalProperties',
    at: Path,
    own: Schema,
  ): SchemaNode => ({
    schema: own,
    path: [...node.path, as, ...at],
    as,
    parent: node,
    logic: node.logic,
  })
  const part = (own: SchemaNode, item: unknown, before: unknown, step: string | number): Place => ({
    node: own,
    value: item,
    old: before,
    same: before === undefined ? place.same : equal(item, before),
    path: [...path, step],
  })
  if (Array.isArray(value) && isRecord(schema.items)) {
    const items = schema.items
    const own = nodeOf(items, () => child('items', [], items))
    return value.map((item, i) => part(own, item, oldItem(schema, old, item), i))
  }
  if (!isRecord(value)) return []
  const before = (key: string) => (isRecord(old) && Object.hasOwn(old, key) ? old[key] : undefined)
  const properties = isRecord(schema.properties) ? schema.properties : {}
  return Object.entries(value).flatMap(([key, item]) => {
    const named = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (isRecord(named))
      return [
        part(
          nodeOf(named, () => child('properties', [key], named)),
          item,
          before(key),
          key,
        ),
      ]
    const more = schema.additionalProperties
    if (!isRecord(more)) return []
    return [
      part(
        nodeOf(more, () => child('additionalProperties', [], more)),
        item,
        before(key),
        key,
      ),
    ]
  })
}

/** Compiled rules are kept by schema and parent, so that a node is the same each time. */
const nodes = new WeakMap<object, SchemaNode>()

function nodeOf(schema: object, make: () => SchemaNode): SchemaNode {
  const made = make()
  const known = nodes.get(schema)
  if (known && known.parent === made.parent) return known
  nodes.set(schema, made)
  return made
}

/** Only of a list map an old item can be told. */
function oldItem(schema: Schema, old: unknown, item: unknown): unknown {
  const keys = schema['x-kubernetes-list-map-keys']
  if (schema['x-kubernetes-list-type'] !== 'map' || !Array.isArray(keys) || !Array.isArray(old))
    return undefined
  return old.find((one) =>
    keys.every((key) => isRecord(one) && isRecord(item) && equal(one[key], item[key])),
  )
}
