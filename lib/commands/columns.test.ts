import { expect, test } from 'vitest'
import { PROMISE_FILE } from '@/lib/promise/files'
import { addColumn } from './add-column'
import { addSelectableField, removeSelectableField } from './selectable-fields'
import { setApiWords, setListKind } from './set-api-words'
import { moveColumn, removeColumn, setColumn } from './set-column'
import { setTarget } from './set-target'
import { after, afterAll, redis, refusal, type Texts } from './testing'

const size = { name: 'size', type: 'string', jsonPath: '.spec.size' } as const

const lines = (texts: Texts, from: string) => {
  const text = texts[PROMISE_FILE] ?? ''
  const block = text.slice(text.indexOf(from))
  const indent = /^\s*/.exec(text.slice(text.lastIndexOf('\n', text.indexOf(from)) + 1))?.[0] ?? ''
  const rest = block.split('\n').slice(1)
  const end = rest.findIndex((line) => !line.startsWith(`${indent} `))
  return rest.slice(0, end < 0 ? undefined : end).map((line) => line.trim())
}
const columns = (texts: Texts) =>
  lines(texts, 'additionalPrinterColumns:').filter((line) => line.includes('name:'))

test('the first column brings those of Kratix along, in one command', () => {
  const now = after(redis, addColumn(0, size, true))
  expect(lines(now, 'additionalPrinterColumns:')).toEqual([
    '- name: size',
    'type: string',
    'jsonPath: .spec.size',
    '- name: message',
    'type: string',
    'jsonPath: .status.message',
    '- name: status',
    'type: string',
    'jsonPath: .status.conditions[?(@.type=="Reconciled")].message',
  ])
})

test('a column is changed, moved and removed, and the list goes with the last', () => {
  const both = afterAll(redis, addColumn(0, size), addColumn(0, { ...size, name: 'tier' }))
  expect(columns(after(both, moveColumn(0, 1, 0)))).toEqual(['- name: tier', '- name: size'])
  expect(columns(after(both, moveColumn(0, 0, 1)))).toEqual(['- name: tier', '- name: size'])
  const told = after(both, setColumn(0, 1, { description: 'How big: it is', priority: 1 }))
  expect(told[PROMISE_FILE]).toContain('description: "How big: it is"')
  expect(after(told, setColumn(0, 1, { description: '', priority: 0 }))).toEqual(both)
  expect(afterAll(both, removeColumn(0, 1), removeColumn(0, 0))).toEqual(redis)
})

test('a json path is changed under the key that the text has', () => {
  const old = after(redis, addColumn(0, size))
  const text = (old[PROMISE_FILE] ?? '').replace('jsonPath:', 'JSONPath:')
  const now = after({ ...old, [PROMISE_FILE]: text }, setColumn(0, 0, { jsonPath: '.spec.tier' }))
  expect(lines(now, 'additionalPrinterColumns:')).toContain('JSONPath: .spec.tier')
})

test('requests are selected by a field once', () => {
  const now = after(redis, addSelectableField(0, '.spec.size'))
  expect(lines(now, 'selectableFields:')).toEqual(['- jsonPath: .spec.size'])
  expect(refusal(now, addSelectableField(0, '.spec.size'))).toMatch(/already/)
  expect(after(now, removeSelectableField(0, 0))).toEqual(redis)
})

test('short names keep their place; the list goes with the last', () => {
  const set = (...words: string[]) => setApiWords('shortNames', words)
  const three = afterAll(redis, set('rd'), set('rd', 'rds', 'r'))
  expect(lines(three, 'shortNames:')).toEqual(['- rd', '- rds', '- r'])
  expect(lines(after(three, set('rd', 'r')), 'shortNames:')).toEqual(['- rd', '- r'])
  expect(lines(after(three, set('rd', 'rdx', 'r')), 'shortNames:')).toEqual([
    '- rd',
    '- rdx',
    '- r',
  ])
  expect(after(three, set())).toEqual(redis)
})

test('the list kind is left to Kubernetes when it is empty', () => {
  const now = after(redis, setListKind('RedisCollection'))
  expect(now[PROMISE_FILE]).toContain('listKind: RedisCollection')
  expect(after(now, setListKind(''))).toEqual(redis)
})

test('the target is a setting that goes without a trace', () => {
  const now = afterAll(redis, setTarget('kubernetes', '1.30'), setTarget('kratix', '2025-08'))
  expect(now['.promise-designer.yaml']).toContain('target:\n  kubernetes: "1.30"\n')
  const none = afterAll(now, setTarget('kubernetes', ''), setTarget('kratix', ''))
  expect(none['.promise-designer.yaml']).not.toContain('target')
})
