import { expect, test } from 'vitest'
import { removeValueRow } from './remove-value-row'
import { renameValueRow } from './rename-value-row'
import { setValueRow } from './set-value-row'
import { after, RENDER, redis, refusal } from './testing'

const FILE = '.promise-designer.yaml'
const settings = redis[FILE] ?? ''
const map = (...gives: number[]) =>
  gives.map((give, i) => ({ when: ['small', 'large', 'huge'][i] ?? '', give }))

test('a new value goes to the end of the table', () => {
  const texts = after(redis, setValueRow(RENDER, 'team', { label: 'team', default: 'none' }))
  expect(texts).toEqual({
    ...redis,
    [FILE]: settings.replace(
      '    status:\n',
      '      team:\n        label: team\n        default: none\n    status:\n',
    ),
  })
})

test('a changed value changes only what differs', () => {
  const row = { from: 'spec.size', map: map(1, 5) }
  expect(after(redis, setValueRow(RENDER, 'replicas', row))[FILE]).toBe(
    settings.replace('give: 3', 'give: 5'),
  )
  const named = after(redis, setValueRow(RENDER, 'name', { from: 'request.name', default: 'x' }))
  expect(named[FILE]).toBe(
    settings.replace('from: request.name\n', 'from: request.name\n        default: x\n'),
  )
  const longer = after(redis, setValueRow(RENDER, 'replicas', { ...row, map: map(1, 3, 9) }))
  expect(longer[FILE]).toBe(
    settings.replace('give: 3\n', 'give: 3\n          - when: huge\n            give: 9\n'),
  )
})

test('another source takes the place of the old one', () => {
  const texts = after(redis, setValueRow(RENDER, 'replicas', { constant: 3 }))
  expect(texts[FILE]).toMatch(/ {6}replicas:\n {8}constant: 3\n {4}status:/)
})

test('names that templates cannot say and rows without a source are refused', () => {
  for (const name of ['', '1x', 'a b', 'a: {b', '${x}', '__proto__', '../x', 'a\nb', '*/']) {
    expect(refusal(redis, setValueRow(RENDER, name, { constant: 1 }))).not.toBe('')
  }
  expect(refusal(redis, setValueRow(RENDER, 'x', { from: 'status.x' }))).toContain('source')
  expect(
    refusal(redis, setValueRow('resource/configure/instance/notify', 'x', { constant: 1 })),
  ).toBe('resource/configure/instance/notify is not a render step.')
})

test('a renamed value is renamed in templates and in the texts of success', () => {
  const texts = after(redis, renameValueRow(RENDER, 'replicas', 'count'))
  expect(texts[FILE]).toBe(
    settings
      .replace('      replicas:', '      count:')
      .replace('${replicas} replicas', '${count} replicas'),
  )
  expect(texts['workflows/resource/configure/instance/render/resources/failover.yaml']).toBe(
    '# ${count} below\nname: ${name}\nreplicas: "${count}"\ntext: $${replicas}\n',
  )
  expect(refusal(redis, renameValueRow(RENDER, 'replicas', 'name'))).toContain('another value')
  expect(refusal(redis, renameValueRow(RENDER, 'gone', 'x'))).toContain('gone')
  expect(refusal(redis, renameValueRow(RENDER, 'name', 'a}'))).toContain('a}')
})

test('a value goes with its comment', () => {
  expect(after(redis, removeValueRow(RENDER, 'name'))[FILE]).toBe(
    settings.replace('      name: # of the request\n        from: request.name\n', ''),
  )
})
