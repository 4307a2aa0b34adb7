import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newPromise } from '@/lib/commands/create-promise'
import { setPromiseName } from '@/lib/commands/set-promise-name'
import { filesOf, redis } from '@/lib/commands/testing'
import { parseYaml } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import { baselineOf, checkPromise, ruleContext } from './check'
import type { Rule } from './rule'
import { GOOD, spoilt } from './testing'

const check = (text: string) => checkPromise(filesOf({ 'promise.yaml': text }))
const codes = (text: string) => check(text).map(({ code }) => code)

test('a good Promise, and a new one, have no fault', () => {
  expect(check(GOOD)).toEqual([])
  expect(checkPromise(filesOf(redis))).toEqual([])
  const fields = { name: 'redis', group: 'mygroup.org', kind: 'Redis' }
  expect(checkPromise(newPromise(fields))).toEqual([])
})

test('errors come before warnings', () => {
  const found = check(spoilt([':v0.1.0', ':latest'], ['name: redis\n', 'name: Redis\n']))
  expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning'])
})

test('a text that cannot be read is judged as text alone', () => {
  expect(new Set(codes('kind: Promise\nmetadata: {name: [\n'))).toEqual(new Set(['yaml-syntax']))
  expect(codes('')).not.toContain('yaml-syntax')
})

test('without promise.yaml there is one fault', () => {
  expect(checkPromise(new Map()).map(({ code }) => code)).toEqual(['promise-file'])
})

test('an update is compared with what can be read of the installed Promise', () => {
  const seen = (before?: string, text = GOOD) => {
    const files = before === undefined ? undefined : filesOf({ 'promise.yaml': before })
    const installed = files && { files: baselineOf(files) }
    return ruleContext(filesOf({ 'promise.yaml': text }), installed).before
  }
  expect(seen()).toBeUndefined()
  expect(seen('kind: [')).toBeUndefined()
  // What Kratix refuses was never installed.
  expect(seen(spoilt(['scope: Namespaced', 'scope: Cluster']))).toBeUndefined()
  expect(seen(spoilt(['name: redis\n', 'name: cache\n']))?.promise.name).toBe('cache')
})

test('a finding on an update names what it is compared with, and no other finding does', () => {
  const now = filesOf({
    'promise.yaml': spoilt(['kind: Redis', 'kind: Cache'], [':v0.1.0', ':latest']),
  })
  const files = filesOf({ 'promise.yaml': GOOD })
  const compared = (called?: string) =>
    checkPromise(now, undefined, { files, called }).map(({ code, message }) => ({
      update: code.startsWith('update-'),
      named: message.endsWith('. Compared with the download redis.zip.'),
    }))
  const found = compared('the download redis.zip')
  expect(new Set(found.map(({ update }) => update))).toEqual(new Set([true, false]))
  for (const { update, named } of found) expect(named).toBe(update)
  expect(compared().some(({ named }) => named)).toBe(false)
})

test('cures are told with what they cure, the certain one apart', () => {
  const rule: Rule = {
    id: 'choice',
    check: (_, report) =>
      report({
        severity: 'error',
        message: 'Choose.',
        at: ['spec'],
        suggestions: [setPromiseName('a'), setPromiseName('b')],
      }),
  }
  const [found] = checkPromise(filesOf({ 'promise.yaml': GOOD }), [rule])
  expect(found?.fix).toBeUndefined()
  expect(found?.suggestions).toHaveLength(2)
})

describe('public Promises', () => {
  const folder = join(import.meta.dirname, '../yaml/fixtures/corpus')
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  // Each of these was accepted by a cluster, so an error of ours would be a false one.
  test.each(names)('%s has no error', (name) => {
    const found = check(readFileSync(join(folder, name), 'utf8'))
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

test('no text makes a rule throw, and every place is one that can be shown', () => {
  const [good] = parseYaml(GOOD)
  const odd = fc.oneof(
    fc.constantFrom(null, 0, '', 'x', true, [], {}, [null], [1], [[]], ['a'], { a: null }),
    fc.object({ maxDepth: 2 }),
  )
  /** The good Promise with one value somewhere replaced. */
  const spoil = (value: unknown, at: number[], by: unknown): unknown => {
    const [first, ...rest] = at
    if (first === undefined || typeof value !== 'object' || value === null) return by
    const keys = Object.keys(value)
    const key = keys[first % Math.max(keys.length, 1)]
    if (key === undefined) return by
    const next = spoil(Reflect.get(value, key), rest, by)
    return Array.isArray(value)
      ? value.map((item, i) => (String(i) === key ? next : item))
      : { ...value, [key]: next }
  }
  const path = fc.array(fc.nat(7), { maxLength: 12 })
  fc.assert(
    fc.property(path, odd, (at, by) => {
      const files = filesOf({ 'promise.yaml': printYaml(spoil(good?.value(), at, by)) })
      for (const { message, place, code } of checkPromise(files)) {
        expect(`${code} ${message}`).toMatch(/\S [A-Z"a-z].*[.!?)"]$/s)
        expect(place.path.every((step) => step !== undefined)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
