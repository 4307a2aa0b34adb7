import { expect, test } from 'vitest'
import { removeTemplate } from './remove-template'
import { renameTemplate } from './rename-template'
import { renameValueRow } from './rename-value-row'
import { setDestinationSelectors } from './set-destination-selectors'
import { setTemplate } from './set-template'
import { after, afterAll, RENDER, redis, refusal } from './testing'

const FILE = '.promise-designer.yaml'
const settings = redis[FILE] ?? ''
const onlyWhen = { value: 'replicas', oneOf: [3] }

test('what is said of a template comes after the rest of its step, and the format rises', () => {
  const said = after(redis, setTemplate(RENDER, 'failover.yaml', { onlyWhen, component: true }))
  expect(said[FILE]).toBe(
    `${settings.replace('version: 1', 'version: 2')}    templates:
      failover.yaml:
        onlyWhen:
          value: replicas
          oneOf:
            - 3
        component: true
`,
  )
  const changed = after(said, setTemplate(RENDER, 'failover.yaml', { component: true }))
  expect(changed[FILE]).toMatch(/ {6}failover\.yaml:\n {8}component: true\n$/)
  const plain = after(changed, setTemplate(RENDER, 'failover.yaml', { component: false }))
  expect(plain[FILE]).toBe(settings.replace('version: 1', 'version: 2'))
})

test('it follows the template and the value that it names, and goes with the template', () => {
  const said = afterAll(
    redis,
    setTemplate(RENDER, 'failover.yaml', { onlyWhen }),
    setDestinationSelectors(RENDER, [{ matchLabels: { size: 'x${replicas}' } }]),
  )
  const renamed = afterAll(
    said,
    renameTemplate(RENDER, 'failover.yaml', 'redis.yaml'),
    renameValueRow(RENDER, 'replicas', 'count'),
  )
  expect(renamed[FILE]).toContain('redis.yaml:\n        onlyWhen:\n          value: count\n')
  expect(renamed[FILE]).toContain('size: x${count}\n')
  const removed = after(renamed, removeTemplate(RENDER, 'redis.yaml'))
  expect(removed[FILE]).not.toContain('templates:')
})

test('a condition that asks for nothing is refused', () => {
  const nothing = { value: 'replicas' } as never
  expect(refusal(redis, setTemplate(RENDER, 'failover.yaml', { onlyWhen: nothing }))).toContain(
    'needs a value',
  )
})

test('destination selectors are set, changed in place and removed', () => {
  const one = { matchLabels: { environment: 'prod' } }
  const set = after(redis, setDestinationSelectors(RENDER, [one]))
  expect(set[FILE]).toMatch(
    / {4}destinationSelectors:\n {6}- matchLabels:\n {10}environment: prod\n$/,
  )
  const more = { directory: 'a', matchLabels: { team: '${name}' } }
  expect(after(set, setDestinationSelectors(RENDER, [one, more]))[FILE]).toContain('directory: a')
  expect(after(set, setDestinationSelectors(RENDER, []))[FILE]).toBe(
    settings.replace('version: 1', 'version: 2'),
  )
})

test('a label that is renamed stays at its place, and a template may change what is said of it', () => {
  const of = (matchLabels: Record<string, string>) =>
    setDestinationSelectors(RENDER, [{ matchLabels }])
  const one = afterAll(redis, of({ a: 'x' }), of({ b: 'x' }))
  expect(one[FILE]).toMatch(/ {6}- matchLabels:\n {10}b: x\n$/)
  const two = afterAll(one, of({ b: 'x', c: 'y' }), of({ d: 'x', c: 'y' }))
  expect(two[FILE]).toMatch(/ {10}d: x\n {10}c: "?y"?\n$/)
  const other = afterAll(
    redis,
    setTemplate(RENDER, 'failover.yaml', { onlyWhen }),
    setTemplate(RENDER, 'failover.yaml', { component: true }),
  )
  expect(other[FILE]).toMatch(/ {6}failover\.yaml:\n {8}component: true\n$/)
})
