import { expect, test } from 'vitest'
import { removeStatusText, setStatusText } from './set-status-text'
import { after, RENDER, redis, refusal } from './testing'

const FILE = '.promise-designer.yaml'
const settings = redis[FILE] ?? ''

test('status texts are set, added and removed', () => {
  expect(after(redis, setStatusText(RENDER, 'success', 'stage', 'done'))[FILE]).toBe(
    settings.replace('stage: provisioning\n', 'stage: done\n'),
  )
  expect(after(redis, setStatusText(RENDER, 'failure', 'message', 'yes: ${x}'))[FILE]).toBe(
    `${settings}        message: "yes: \${x}"\n`,
  )
  expect(after(redis, removeStatusText(RENDER, 'success', 'stage'))[FILE]).toBe(
    settings.replace('        stage: provisioning\n', ''),
  )
  expect(after(redis, removeStatusText(RENDER, 'failure', 'stage'))[FILE]).toMatch(
    / {6}failure: \{\}\n$/,
  )
})

test('what Kratix or the program writes itself is refused', () => {
  for (const name of ['kratix', 'conditions', 'reason', '', 'a b', '__proto__', '*/']) {
    expect(refusal(redis, setStatusText(RENDER, 'success', name, 'x'))).not.toBe('')
  }
})

test('a Promise has no status but its message', () => {
  const key = 'promise/configure/setup/render'
  const texts = { ...redis, [FILE]: settings.replace(RENDER, key) }
  expect(refusal(texts, setStatusText(key, 'success', 'endpoint', 'x'))).toContain('message')
})
