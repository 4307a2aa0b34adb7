import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu'
import { SortableList } from '@/components/ui/sortable-list'
import { snippetsFor } from '@/lib/cel/snippets'
import { addValidation } from '@/lib/commands/add-validation'
import { moveValidation } from '@/lib/commands/move-validation'
import { removeValidation } from '@/lib/commands/remove-validation'
import type { Schema } from '@/lib/schema/property'
import { validationsOf } from '@/lib/schema/validations'
import type { SchemaFormProps } from '../inspector/schema-form'
import { RuleTester } from './rule-tester'
import { useRules } from './use-rules'
import { ValidationRule } from './validation-rule'

/** The rule that allows everything: the API server takes none that is empty. */
const BLANK: Schema = { rule: 'true' }

/** The CEL rules of one schema: in their order, with their faults, and a place to try them. */
export function ValidationsField(form: SchemaFormProps): React.ReactElement {
  const { path, schema, disabled } = form
  const rules = validationsOf(schema)
  const field = useRules(path)
  const announce = useAnnounce()
  const section = useRef<HTMLElement>(null)

  const focusRule = (index: number, select = false): void => {
    requestAnimationFrame(() => {
      const all = section.current?.querySelectorAll<HTMLElement>('[data-rule]')
      const last = all?.[Math.min(index, (all?.length ?? 0) - 1)]
      const next = last ?? section.current?.querySelector<HTMLElement>('[data-add-rule]')
      next?.focus()
      if (select && last instanceof HTMLTextAreaElement) last.select()
    })
  }
  const add = (rule: Schema): void => {
    field.run(addValidation(path, rule))
    // What only stands in for a rule goes with the first key.
    focusRule(rules.length, rule === BLANK)
  }
  const remove = (index: number): void => {
    field.run(removeValidation(path, index))
    announce(`Rule ${index + 1} removed.`)
    focusRule(index)
  }

  return (
    <section ref={section} aria-label="Rules" className="col-span-full mt-1 mb-3 min-w-0">
      <div className="mb-1.5 flex items-center justify-between gap-2">
        <h4 className="text-dim text-sm">
          Rules in CEL
          {rules.length > 0 ? <span className="text-faint"> · {rules.length}</span> : null}
        </h4>
        <AddRule schema={schema} disabled={disabled} onAdd={add} />
      </div>
      {rules.length === 0 ? (
        <p className="text-faint text-sm">
          A rule is an expression on <code>self</code>, this value, that is true for what is
          allowed.
        </p>
      ) : (
        <>
          <SortableList
            label="Rules"
            className="grid gap-2"
            itemClassName="min-w-0"
            items={rules.map((rule, index) => ({ rule, index }))}
            getId={({ index }) => `rule-${index}`}
            getLabel={({ index }) => `rule ${index + 1}`}
            disabled={disabled}
            onMove={(from, to) => field.run(moveValidation(path, from, to > from ? to + 1 : to))}
            renderItem={({ rule, index }) => (
              <ValidationRule
                {...form}
                rule={rule}
                index={index}
                many={rules.length > 1}
                field={field}
                onRemove={() => remove(index)}
              />
            )}
          />
          <RuleTester {...form} rules={rules} />
        </>
      )}
    </section>
  )
}

interface AddRuleProps {
  readonly schema: Schema
  readonly disabled: boolean
  readonly onAdd: (rule: Schema) => void
}

function AddRule({ schema, disabled, onAdd }: AddRuleProps): React.ReactElement {
  const snippets = snippetsFor(schema)
  return (
    <Menu
      align="end"
      trigger={
        <Button
          variant="link"
          size="sm"
          disabled={disabled}
          data-add-rule
          icon={<Plus size={13} aria-hidden />}
        >
          Add a rule
        </Button>
      }
      // The rule that has come takes the focus.
      onClosed={(event) => event.preventDefault()}
    >
      <MenuItem onSelect={() => onAdd(BLANK)}>Write my own</MenuItem>
      {snippets.length > 0 ? <MenuSeparator /> : null}
      {snippets.length > 0 ? <MenuLabel>Common rules, to be adapted</MenuLabel> : null}
      {snippets.map(({ title, rule, message }) => (
        <MenuItem key={title} onSelect={() => onAdd({ rule, message })}>
          {title}
        </MenuItem>
      ))}
    </Menu>
  )
}
