import { ChevronRight, X } from 'lucide-react'
import { useId, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { DragHandle } from '@/components/ui/sortable-row'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { setValidation } from '@/lib/commands/set-validation'
import type { Schema } from '@/lib/schema/property'
import type { SchemaFormProps } from '../inspector/schema-form'
import { RuleDetails } from './rule-details'
import { RuleFault } from './rule-fault'
import type { Rules } from './use-rules'

export interface ValidationRuleProps extends SchemaFormProps {
  readonly rule: Schema
  readonly index: number
  /** There are others, so that it can be moved. */
  readonly many: boolean
  readonly field: Rules
  readonly onRemove: () => void
}

const DETAILS = ['messageExpression', 'reason', 'fieldPath', 'optionalOldSelf']

/** One rule: the expression, the message, and on demand the rest. */
export function ValidationRule(props: ValidationRuleProps): React.ReactElement {
  const { path, disabled, rule, index, many, field, onRemove } = props
  const id = useId()
  const needed = DETAILS.some(
    (key) => Object.hasOwn(rule, key) || field.fault(index, key) !== undefined,
  )
  const [open, setOpen] = useState(needed)
  const [seen, setSeen] = useState(needed)
  if (seen !== needed) {
    setSeen(needed)
    if (needed) setOpen(true)
  }
  const text = typeof rule.rule === 'string' ? rule.rule : ''
  const fault = field.fault(index, 'rule')
  const note = field.note(index)
  const set = (key: string, value: unknown): void => {
    field.run(setValidation(path, index, key, value))
  }
  return (
    <div className="relative min-w-0 rounded-md border border-line bg-panel px-3 pt-2 pb-1.5">
      <div className="flex items-start gap-1 pr-7">
        {many ? <DragHandle className="-ml-1.5" /> : null}
        <TextArea
          label={`Rule ${index + 1}`}
          hideLabel
          mono
          rows={1}
          reserve={0}
          className="min-w-0 flex-1"
          data-rule
          disabled={disabled}
          aria-invalid={fault !== undefined || undefined}
          aria-describedby={fault !== undefined || note !== undefined ? `${id}-fault` : undefined}
          {...field.place(index, 'rule')}
          value={text}
          onChange={(next) => set('rule', next)}
        />
      </div>
      <RuleFault id={`${id}-fault`} text={text} fault={fault} note={note} />
      <TextField
        label={`Message of rule ${index + 1}`}
        hideLabel
        reserve={field.fault(index, 'message') ? 1 : 0}
        className="mt-1.5"
        disabled={disabled}
        placeholder="What is said when it does not hold"
        error={field.fault(index, 'message')}
        {...field.place(index, 'message')}
        value={typeof rule.message === 'string' ? rule.message : ''}
        onChange={(next) => set('message', next === '' ? undefined : next)}
      />
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? `${id}-more` : undefined}
        aria-label={`More of rule ${index + 1}`}
        onClick={() => setOpen(!open)}
        className="-mx-1 mt-0.5 inline-flex min-h-6 max-w-full items-center gap-1 rounded-md px-1 text-dim text-sm hover:text-text"
      >
        <ChevronRight size={12} aria-hidden className={open ? 'rotate-90' : undefined} />
        <span className="shrink-0">More:</span>
        <span className="truncate text-faint">computed message, reason, field, first version</span>
      </button>
      {open ? (
        <div id={`${id}-more`} className="pt-1 pb-1">
          <RuleDetails {...props} set={set} />
        </div>
      ) : null}
      {/* Beside the rule for the eye, after its fields by Tab. */}
      <IconButton
        size="sm"
        className="absolute top-2 right-3"
        label={`Remove rule ${index + 1}`}
        icon={<X size={13} aria-hidden />}
        disabled={disabled}
        onClick={onRemove}
      />
    </div>
  )
}
