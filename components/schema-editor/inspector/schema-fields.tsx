import { memo, useState } from 'react'
import { setEmbeddedResource } from '@/lib/commands/set-embedded-resource'
import { samePath } from '@/lib/promise/path'
import { textKeywords } from '@/lib/schema/keywords'
import type { Parsed } from '@/lib/schema/parse-default'
import type { Schema } from '@/lib/schema/property'
import { sameBut } from '@/lib/schema/same-but'
import { hasOnlyImmutability, VALIDATIONS } from '@/lib/schema/validations'
import { isNumeric, isTextual, type ValueKind, valueKind } from '@/lib/schema/value-kind'
import { readValueText } from '@/lib/schema/value-text'
import { ValidationsField } from '../validations/validations-field'
import { BoundsKeywords } from './bounds-keywords'
import { EnumField } from './enum-field'
import { FormatField } from './format-field'
import { ImmutableSwitch } from './immutable-switch'
import { ListTypeField } from './list-type-field'
import { LogicFields, logicKeywords } from './logic-fields'
import { MapTypeField } from './map-type-field'
import { MoreFields } from './more-fields'
import { NumberKeyword, RangeKeywords } from './number-keyword'
import { PatternField } from './pattern-field'
import { RowFaults } from './row-faults'
import type { SchemaFormProps } from './schema-form'
import { FaultySwitch, SwitchKeyword } from './switch-keyword'
import { TextKeyword } from './text-keyword'
import { TextKeywords } from './text-keywords'
import { useSchemaField } from './use-schema-field'
import { ValueKeyword } from './value-keyword'
import { YamlKeyword } from './yaml-keyword'

const PRESERVE = 'x-kubernetes-preserve-unknown-fields'
const EMBEDDED = 'x-kubernetes-embedded-resource'
const MAP_TYPE = 'x-kubernetes-map-type'

/**
 * Every keyword that means something for one schema: what most people need, then the rest. Where a
 * field stands depends on the type alone, so that nothing moves under the cursor.
 */
export function SchemaFields(form: SchemaFormProps): React.ReactElement {
  // While the description is typed, which no other field shows, the others are not drawn again.
  const others = { ...form, schema: useOtherThan('description', form.schema) }
  return (
    <>
      <RowFaults {...form} />
      <CommonFields {...others} />
      <TextKeyword
        {...form}
        keyword="description"
        label="Description"
        placeholder="What people read in kubectl explain"
        className="col-span-full"
      />
      <RareFields {...others} />
    </>
  )
}

/** `schema`; while nothing but `keyword` changes in it, the object that it was at first. */
function useOtherThan(keyword: string, schema: Schema): Schema {
  const [kept, setKept] = useState(schema)
  const same = kept === schema || sameBut(keyword, kept, schema)
  if (!same) setKept(schema)
  return same ? kept : schema
}

/** What is told and drawn is the same for these props as for those. */
function sameForm(before: SchemaFormProps, now: SchemaFormProps): boolean {
  return (
    before.schema === now.schema &&
    before.disabled === now.disabled &&
    samePath(before.path, now.path)
  )
}

const CommonFields = memo(function CommonFields(form: SchemaFormProps): React.ReactElement {
  const kind = valueKind(form.schema)
  const listed = Array.isArray(form.schema.enum)
  return (
    <>
      {isEnumerable(kind) ? <EnumField {...form} /> : null}
      <ValueKeyword {...form} keyword="default" label="Default" />
      {kind === 'string' && !listed ? <FormatField {...form} /> : null}
      {isTextual(kind) && !listed ? <PatternField {...form} /> : null}
      {isNumeric(kind) && !listed ? <BoundsKeywords {...form} /> : null}
      {isNumber(kind) && !listed ? <MultipleOf {...form} /> : null}
      {kind === 'array' ? <RangeKeywords {...form} of="Items" /> : null}
      {kind === 'array' ? <ListTypeField {...form} /> : null}
    </>
  )
}, sameForm)

const RareFields = memo(function RareFields(form: SchemaFormProps): React.ReactElement {
  const kind = valueKind(form.schema)
  const listed = Array.isArray(form.schema.enum)
  const rest = textKeywords(form.schema)
  return (
    <>
      <ImmutableSwitch {...form} />
      <SwitchKeyword
        {...form}
        keyword="nullable"
        label="May be null"
        help={nullHelp(form.schema)}
      />
      <MoreFields
        {...form}
        keywords={[
          ...moreKeywords(kind, listed),
          ...logicKeywords(form.schema),
          ...ruleKeywords(form.schema),
          ...rest,
        ]}
        told={[PRESERVE, EMBEDDED]}
        words={moreWords(kind)}
      >
        <TextKeyword {...form} keyword="title" label="Title" placeholder="none" />
        <ValueKeyword {...form} keyword="example" label="Example" />
        {kind === 'string' && listed ? <FormatField {...form} /> : null}
        {isTextual(kind) && listed ? <PatternField {...form} /> : null}
        {isNumeric(kind) && listed ? <BoundsKeywords {...form} /> : null}
        {isTextual(kind) ? <RangeKeywords {...form} of="Length" /> : null}
        {isNumber(kind) ? <FormatField {...form} /> : null}
        {isNumeric(kind) && (listed || !isNumber(kind)) ? <MultipleOf {...form} /> : null}
        {kind === 'object' ? <RangeKeywords {...form} of="Properties" /> : null}
        {kind === 'object' ? <MapTypeField {...form} /> : null}
        {kind === 'object' || kind === 'any' ? <ObjectSwitches {...form} /> : null}
        {listed && !isEnumerable(kind) ? (
          <YamlKeyword
            {...form}
            keyword="enum"
            label="Values"
            read={readList}
            className="col-span-full"
          />
        ) : null}
        <LogicFields {...form} />
        <ValidationsField {...form} />
        <TextKeywords {...form} keywords={rest} />
      </MoreFields>
    </>
  )
}, sameForm)

function readList(text: string): Parsed {
  return readValueText(text, { type: 'array' })
}

function MultipleOf(form: SchemaFormProps): React.ReactElement {
  const kind = valueKind(form.schema) === 'number' ? 'number' : 'integer'
  return <NumberKeyword {...form} keyword="multipleOf" label="Multiple of" kind={kind} />
}

function ObjectSwitches(form: SchemaFormProps): React.ReactElement {
  const field = useSchemaField(form.path)
  return (
    <div className="col-span-full mb-3 grid grid-cols-subgrid gap-y-1">
      <SwitchKeyword
        {...form}
        keyword={PRESERVE}
        label="Keep unknown fields"
        help="Fields that are not declared are stored instead of dropped."
      />
      <FaultySwitch
        label="A whole Kubernetes object"
        help="With apiVersion, kind and metadata, which are checked."
        {...field.says(EMBEDDED)}
        control={field.place(EMBEDDED)}
        disabled={form.disabled}
        checked={form.schema[EMBEDDED] === true}
        onChange={(on) => field.run(setEmbeddedResource(form.path, on))}
      />
    </div>
  )
}

/** As the API server defaults: null is dropped and filled in unless the schema takes it. */
function nullHelp(schema: SchemaFormProps['schema']): string | undefined {
  if (schema.nullable !== true || schema.default === undefined) return undefined
  return 'A request that says null keeps null: the default is not filled in.'
}

/** A boolean has too few values for a list, and other kinds are not told apart by their text. */
function isEnumerable(kind: ValueKind): boolean {
  return isTextual(kind) || isNumeric(kind)
}

function isNumber(kind: ValueKind): boolean {
  return kind === 'integer' || kind === 'number'
}

const TEXT_MORE = ['minLength', 'maxLength']
const TEXT_COMMON = ['format', 'pattern']
const NUMBER_COMMON = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']

/** The keywords whose fields are under "More". */
function moreKeywords(kind: ValueKind, listed: boolean): readonly string[] {
  return [
    'title',
    'example',
    ...(isEnumerable(kind) ? [] : ['enum']),
    ...(isTextual(kind) ? [...TEXT_MORE, ...(listed ? TEXT_COMMON : [])] : []),
    ...(isNumber(kind) ? ['format'] : []),
    ...(kind === 'int-or-string' ? ['multipleOf'] : []),
    ...(isNumeric(kind) && listed ? NUMBER_COMMON : []),
    ...(kind === 'object' ? ['minProperties', 'maxProperties', MAP_TYPE] : []),
    ...(kind === 'object' || kind === 'any' ? [PRESERVE, EMBEDDED] : []),
  ]
}

/** The rule that forbids changes has a switch of its own, which opens nothing. */
function ruleKeywords(schema: SchemaFormProps['schema']): readonly string[] {
  return hasOnlyImmutability(schema) ? [] : [VALIDATIONS]
}

function moreWords(kind: ValueKind): string {
  const own: Partial<Record<ValueKind, string>> = {
    string: 'length',
    integer: 'format',
    number: 'format',
    object: 'entries, map type, unknown fields',
    'int-or-string': 'length, multiple of',
    any: 'unknown fields',
  }
  return ['title', 'example', own[kind], 'conditions', 'rules'].filter(Boolean).join(', ')
}
