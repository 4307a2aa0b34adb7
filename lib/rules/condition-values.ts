import { readsRequest, renderSteps, sourceSchema } from '@/lib/commands/render-sources'
import { SETTINGS_FILE } from '@/lib/promise/files'
import type { ConditionSettings, ValueSettings } from '@/lib/promise/settings'
import type { PromiseView } from '@/lib/promise/view'
import type { StepKey } from '@/lib/promise/workflows'
import { misfit, show } from '@/lib/schema/misfit'
import type { Rule } from './rule'

/** A condition can hold, and can fail: else the template is always written or never. */
export const conditionValues: Rule = {
  id: 'condition-values',
  check({ promise, settings }, report) {
    for (const { step, key } of renderSteps(promise, settings)) {
      for (const [template, { onlyWhen }] of Object.entries(step.templates ?? {})) {
        if (!onlyWhen || !Object.hasOwn(step.values, onlyWhen.value)) continue
        const row = step.values[onlyWhen.value]
        for (const { why, at } of row ? faultsOf(promise, key, onlyWhen, row) : []) {
          report({
            severity: 'warning',
            message: `The condition of ${template}: ${why}.`,
            at: ['steps', key, 'templates', template, 'onlyWhen', ...at],
            file: SETTINGS_FILE,
          })
        }
      }
    }
  },
}

interface Fault {
  readonly why: string
  readonly at: readonly (string | number)[]
}

function faultsOf(
  promise: PromiseView,
  key: StepKey,
  condition: ConditionSettings,
  row: ValueSettings,
): readonly Fault[] {
  const place = sourceSchema(promise, key, row)?.place
  const { value } = condition
  if ('present' in condition) {
    const always = place?.kind === 'declared' && place.always
    if (readsRequest(row) && row.default === undefined && !always) return []
    const what = condition.present ? 'always' : 'never'
    return [
      { why: `"${value}" is always there, so the template is ${what} written`, at: ['present'] },
    ]
  }
  if (condition.oneOf.length === 0) {
    return [
      { why: `no value of "${value}" is named, so the template is never written`, at: ['oneOf'] },
    ]
  }
  const known = possible(row)
  return condition.oneOf.flatMap((one, i) => {
    const never = known
      ? !known.includes(one)
      : place?.kind === 'declared' && !row.map && misfit(place.schema, one) !== undefined
    return never ? [{ why: `"${value}" is never ${show(one)}`, at: ['oneOf', i] }] : []
  })
}

/** The values that a row can give, where that does not depend on the API. */
function possible(row: ValueSettings): readonly unknown[] | undefined {
  if (row.map) return row.map.map(({ give }) => give)
  return 'constant' in row ? [row.constant] : undefined
}
