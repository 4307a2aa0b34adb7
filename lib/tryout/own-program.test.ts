import { expect, test } from 'vitest'
import { filesOf, RENDER } from '@/lib/build/testing'
import { isAsGenerated } from './own-program'

const none = filesOf({})
const render = { kind: 'render', folder: RENDER } as const
const container = { name: 'render', image: 'x:1' }

test('a step of settings does what they say', () => {
  expect(isAsGenerated(none, render, container)).toBe(true)
  const template = filesOf({ [`${RENDER}resources/a.yaml`]: 'a: 1\n' })
  expect(isAsGenerated(template, render, container)).toBe(true)
  expect(isAsGenerated(none, { ...render, kind: 'dependencies' }, container)).toBe(true)
})

test.each([
  ['its program', 'scripts/pipeline.py'],
  ['its Dockerfile', 'Dockerfile'],
])('a step with %s changed by hand may do anything', (_, path) => {
  expect(isAsGenerated(filesOf({ [RENDER + path]: 'x\n' }), render, container)).toBe(false)
  expect(isAsGenerated(filesOf({ [`workflows/x/${path}`]: 'x\n' }), render, container)).toBe(true)
})

test.each([
  { command: ['sh'] },
  { args: ['x'] },
  { env: [{ name: 'KRATIX_OUTPUT', value: 'x' }] },
  { volumeMounts: [{ name: 'a', mountPath: '/resources' }] },
])('a container with %j may do anything', (more) => {
  expect(isAsGenerated(none, render, { ...container, ...more })).toBe(false)
})

test('what is in another image, or in a program of the author, is not known', () => {
  expect(isAsGenerated(none, { ...render, kind: 'image' }, container)).toBe(false)
  expect(isAsGenerated(none, { ...render, kind: 'custom' }, container)).toBe(false)
  expect(isAsGenerated(none, { ...render, folder: undefined }, container)).toBe(false)
})
