import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { type LogicKeyword, readConditions } from '@/lib/schema/conditions'
import { keywordNamed } from '@/lib/schema/keywords'
import { equal } from '@/lib/schema/misfit'
import type { Schema } from '@/lib/schema/property'
import { valueKind } from '@/lib/schema/value-kind'
import { useKeptDrafts } from '../kept-drafts'
import type { SchemaFormProps } from './schema-form'
import { useSchemaField } from './use-schema-field'
import { YamlKeyword } from './yaml-keyword'

const LOGIC: readonly LogicKeyword[] = ['oneOf', 'anyOf', 'allOf', 'not']

/** The conditions that a schema has; that an integer or string is one or the other is its type. */
export function logicKeywords(schema: Schema): readonly LogicKeyword[] {
  const set = LOGIC.filter((keyword) => Object.hasOwn(schema, keyword))
  const ofType = valueKind(schema) === 'int-or-string' && equal(schema.anyOf, EITHER)
  return ofType ? set.filter((keyword) => keyword !== 'anyOf') : set
}

const EITHER = [{ type: 'integer' }, { type: 'string' }]

/** Conditions on the whole value, as YAML: within what a structural schema lets them say. */
export function LogicFields(form: SchemaFormProps): React.ReactElement {
  const { path, schema, disabled } = form
  const drafts = useKeptDrafts()
  const [kept] = useState(() => LOGIC.filter((keyword) => drafts.has([...path, keyword])))
  const [added, setAdded] = useState<readonly LogicKeyword[]>(kept)
  const set = logicKeywords(schema)
  const shown = LOGIC.filter((keyword) => set.includes(keyword) || added.includes(keyword))
  const free = LOGIC.filter((keyword) => !shown.includes(keyword))
  const isFresh = (keyword: LogicKeyword): boolean =>
    added.includes(keyword) && !kept.includes(keyword) && !Object.hasOwn(schema, keyword)
  return (
    <div className="col-span-full">
      {shown.map((keyword) => (
        <LogicField
          key={keyword}
          {...form}
          keyword={keyword}
          fresh={isFresh(keyword)}
          onRemoved={() => setAdded(added.filter((one) => one !== keyword))}
        />
      ))}
      {free.length > 0 ? (
        <Menu
          trigger={
            <Button
              variant="link"
              size="sm"
              disabled={disabled}
              icon={<Plus size={13} aria-hidden />}
            >
              Add a condition
            </Button>
          }
          // The field that has come takes the focus.
          onClosed={(event) => {
            if (added.some(isFresh)) event.preventDefault()
          }}
        >
          {free.map((keyword) => (
            <MenuItem
              key={keyword}
              onSelect={() => setAdded([...added, keyword])}
              hint={keywordNamed(keyword)?.meaning}
            >
              <code>{keyword}</code>
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </div>
  )
}

const SAMPLES: Record<LogicKeyword, string> = {
  oneOf: '- required: [a]\n- required: [b]',
  anyOf: '- required: [a]\n- required: [b]',
  allOf: '- required: [a]',
  not: 'required: [a, b]',
}

interface LogicFieldProps extends SchemaFormProps {
  readonly keyword: LogicKeyword
  /** It has only just been asked for: it takes the focus. */
  readonly fresh: boolean
  readonly onRemoved: () => void
}

function LogicField(props: LogicFieldProps): React.ReactElement {
  const { fresh, onRemoved, ...form } = props
  const { path, schema, disabled, keyword } = form
  const field = useSchemaField(path)
  const drafts = useKeptDrafts()
  const meaning = keywordNamed(keyword)?.meaning
  return (
    <YamlKeyword
      {...form}
      label={`${keyword}: ${meaning?.replace(/\.$/, '').toLowerCase()}`}
      autoFocus={fresh}
      placeholder={SAMPLES[keyword]}
      rows={2}
      help="Only conditions: no type, default, description, nullable or x-kubernetes-… in here."
      aside={
        <IconButton
          size="sm"
          className="-my-1"
          label={`Remove ${keyword}`}
          icon={<X size={13} aria-hidden />}
          disabled={disabled}
          onClick={() => {
            if (schema[keyword] !== undefined) field.set(keyword, undefined)
            drafts.forget([...path, keyword])
            onRemoved()
          }}
        />
      }
      read={(text) => readConditions(text, keyword)}
    />
  )
}
