import { isRecord } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import type { Schema } from '@/lib/schema/property'
import { keywordError, schemaRule } from './schema-rule'

const REASONS = [
  'FieldValueDuplicate',
  'FieldValueForbidden',
  'FieldValueInvalid',
  'FieldValueRequired',
]
const BREAK = /[\n\r]/

/** kratix.md 85-89, as far as it can be told without reading CEL. */
export const celRules = schemaRule(
  'cel-rules',
  (node, report) => {
    const rules = node.schema['x-kubernetes-validations']
    for (const [i, rule] of Array.isArray(rules) ? rules.entries() : []) {
      if (!isRecord(rule)) continue
      const say = (key: string, message: string) =>
        report(keywordError(node, ['x-kubernetes-validations', i, key], message))
      const text = trimmed(rule.rule)
      const message = trimmed(rule.message)
      if (text === '') {
        say(
          'rule',
          'The rule is not specified: write a CEL expression that is true for what is allowed.',
        )
      } else if (isBlank(rule.message)) {
        say('message', 'The message must be non-empty if specified.')
      } else if (BREAK.test(message)) {
        say('message', 'The message must not contain line breaks.')
      } else if (BREAK.test(text) && message === '') {
        say(
          'message',
          'A message must be specified if the rule contains line breaks: the rule itself cannot be shown.',
        )
      }
      if (isBlank(rule.messageExpression)) {
        say('messageExpression', 'The messageExpression must be non-empty if specified.')
      }
      const { reason, fieldPath } = rule
      if (typeof reason === 'string' && !REASONS.includes(reason)) {
        say(
          'reason',
          `The reason has the unsupported value ${show(reason)}: supported are ${REASONS.join(', ')}.`,
        )
      }
      if (isBlank(fieldPath)) say('fieldPath', 'The fieldPath must be non-empty if specified.')
      else if (typeof fieldPath === 'string' && BREAK.test(fieldPath)) {
        say('fieldPath', 'The fieldPath must not contain line breaks.')
      } else if (
        typeof fieldPath === 'string' &&
        fieldPath !== '' &&
        !leadsToField(node.schema, fieldPath)
      ) {
        say(
          'fieldPath',
          `The fieldPath ${show(fieldPath)} must be a valid path: write it like ".size" or "['size']", to a field below the rule.`,
        )
      }
    }
  },
  { logic: true },
)

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

const isBlank = (value: unknown) => typeof value === 'string' && value !== '' && value.trim() === ''

/** As `ValidFieldPath` of the API server reads it. */
function leadsToField(schema: Schema, text: string): boolean {
  const path = text.trim() === text ? text : ''
  const steps = [...path.matchAll(/\.([^.[\]]+)|\['((?:[^'\\]|\\.)*)'\]/g)]
  if (steps.map(([all]) => all).join('') !== path || path === '') return false
  let here: unknown = schema
  for (const [, plain, quoted] of steps) {
    const name = plain ?? quoted?.replace(/\\(.)/g, '$1') ?? ''
    const named = isRecord(here) ? here.properties : undefined
    const more = isRecord(here) ? here.additionalProperties : undefined
    if (isRecord(named) && Object.keys(named).length > 0) here = named[name]
    else here = more
    if (!isRecord(here)) return false
  }
  return true
}
