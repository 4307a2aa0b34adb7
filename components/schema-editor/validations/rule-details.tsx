import { SelectField } from '@/components/ui/select-field'
import { Switch } from '@/components/ui/switch'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { ValidationRuleProps } from './validation-rule'

const REASONS = [
  { value: '', label: 'Invalid value (the usual)' },
  { value: 'FieldValueInvalid', label: 'FieldValueInvalid' },
  { value: 'FieldValueForbidden', label: 'FieldValueForbidden' },
  { value: 'FieldValueRequired', label: 'FieldValueRequired' },
  { value: 'FieldValueDuplicate', label: 'FieldValueDuplicate' },
] as const

interface RuleDetailsProps extends ValidationRuleProps {
  readonly set: (key: string, value: unknown) => void
}

/** What few rules need: a computed message, the reason and field of the fault, and the first version. */
export function RuleDetails({
  rule,
  index,
  disabled,
  field,
  set,
}: RuleDetailsProps): React.ReactElement {
  const text = (key: string): string => {
    const value = rule[key]
    return typeof value === 'string' ? value : ''
  }
  const known = REASONS.some(({ value }) => value === text('reason'))
  const options = known
    ? REASONS
    : [...REASONS, { value: text('reason'), label: `${text('reason')} (unknown)` }]
  const change = (key: string) => (next: string) => set(key, next === '' ? undefined : next)
  return (
    <div className="grid grid-cols-2 gap-x-[18px] gap-y-1 max-pane:grid-cols-1">
      <TextArea
        label="Message expression"
        mono
        rows={1}
        className="col-span-full"
        disabled={disabled}
        placeholder="'at most %d'.format([self.max])"
        error={field.fault(index, 'messageExpression')}
        {...field.place(index, 'messageExpression')}
        value={text('messageExpression')}
        onChange={change('messageExpression')}
      />
      <SelectField<string>
        label="Reason"
        disabled={disabled}
        error={field.fault(index, 'reason')}
        {...field.place(index, 'reason')}
        options={options}
        value={text('reason')}
        onChange={change('reason')}
      />
      <TextField
        label="Field that is named"
        mono
        disabled={disabled}
        placeholder=".size"
        error={field.fault(index, 'fieldPath')}
        {...field.place(index, 'fieldPath')}
        value={text('fieldPath')}
        onChange={change('fieldPath')}
      />
      <div className="col-span-full pb-1">
        <Switch
          label="Also asked where there is no earlier value"
          help={
            field.fault(index, 'optionalOldSelf') ? (
              <span className="text-red">{field.fault(index, 'optionalOldSelf')}</span>
            ) : (
              <>
                <code>oldSelf</code> is then an optional: <code>oldSelf.hasValue()</code>
              </>
            )
          }
          disabled={disabled}
          {...field.place(index, 'optionalOldSelf')}
          checked={rule.optionalOldSelf === true}
          onChange={(on) => set('optionalOldSelf', on ? true : undefined)}
        />
      </div>
    </div>
  )
}
