import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkLabelKey, checkLabelValue } from '@/lib/promise/names'
import type { Path } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import { alike, type Fields, fault, items, pipelineRule, text, there } from './pipeline-rule'
import type { Finding } from './rule'

const OPERATORS = ['Equal', 'Exists']
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

/** kratix.md 38. */
export const pipelineTolerations = pipelineRule('pipeline-tolerations', (pipeline, report) => {
  for (const [i, toleration] of items(pipeline.fields.tolerations)) {
    judge(toleration, [...pipeline.path, 'tolerations', i], report)
  }
})

function judge(toleration: Fields, at: Path, report: (finding: Finding) => void): void {
  const say = (key: string, message: string, more?: Partial<Finding>) =>
    report(fault([...at, key], message, more))
  const set = (field: string, to: string) =>
    setField(PROMISE_FILE, [...at, field], to, `Set ${field} ${to}`)
  const key = text(toleration.key)
  const operator = text(toleration.operator)
  const value = text(toleration.value)
  const effect = text(toleration.effect)
  const wrong = key === undefined ? undefined : checkLabelKey(key)
  if (wrong) say('key', wrong)
  if (operator !== undefined && !OPERATORS.includes(operator)) {
    const meant = alike(operator, OPERATORS)
    say(
      'operator',
      `Unsupported value ${show(operator)} of operator: supported values are "Equal" and "Exists".`,
      meant
        ? { fix: set('operator', meant) }
        : { suggestions: OPERATORS.map((one) => set('operator', one)) },
    )
  } else if (key === undefined && operator !== 'Exists') {
    say(
      'operator',
      'The operator must be Exists when the key is empty, which means "match all values and all keys".',
      { suggestions: [set('operator', 'Exists')] },
    )
  }
  if (operator === 'Exists' && value !== undefined) {
    say('operator', `The value must be empty when the operator is Exists, and is ${show(value)}.`)
  }
  if (operator === undefined || operator === 'Equal') {
    const bad = checkLabelValue(value ?? '', 'The value')
    if (bad) say('operator', bad)
  }
  if (there(toleration.tolerationSeconds) && effect !== 'NoExecute') {
    say('effect', 'The effect must be NoExecute when tolerationSeconds is set.', {
      suggestions: [
        set('effect', 'NoExecute'),
        setField(PROMISE_FILE, [...at, 'tolerationSeconds'], undefined, 'Remove tolerationSeconds'),
      ],
    })
  }
  if (effect !== undefined && !EFFECTS.includes(effect)) {
    const meant = alike(effect, EFFECTS)
    const known = EFFECTS.map((one) => `"${one}"`).join(', ')
    say(
      'effect',
      `Unsupported value ${show(effect)} of effect: supported values are ${known}.`,
      meant
        ? { fix: set('effect', meant) }
        : { suggestions: EFFECTS.map((one) => set('effect', one)) },
    )
  }
}
