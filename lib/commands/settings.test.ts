import { expect, test } from 'vitest'
import { readSettings } from './settings'
import { filesOf, RENDER, redis } from './testing'

const read = (text: string) => readSettings(filesOf({ '.promise-designer.yaml': text }))
const messages = (text: string) => read(text).diagnostics.map(({ message }) => message)

test('settings are read once per content', () => {
  const files = filesOf(redis)
  expect(readSettings(files)).toBe(readSettings(files))
  const { settings, diagnostics, keys } = readSettings(files)
  expect(diagnostics).toEqual([])
  expect(keys).toEqual([RENDER])
  expect(settings.images?.registry).toBe('ghcr.io/team')
  expect(settings.steps[RENDER]).toMatchObject({ kind: 'render', language: 'go' })
})

test('no file, and an empty one, are no settings and may be written', () => {
  expect(readSettings(new Map())).toMatchObject({ diagnostics: [], writable: true })
  expect(read('# nothing yet\n')).toMatchObject({ diagnostics: [], writable: true })
})

test('what is not ours, newer or broken is reported and not to be written', () => {
  for (const text of ['a: [', 'version: 3\n', '- x\n', 'version: one\n', 'steps: {}\n']) {
    expect(read(text).writable, text).toBe(false)
    expect(messages(text), text).toHaveLength(1)
  }
  expect(messages('version: 7\n')[0]).toContain('newer')
})

test('both formats are read alike; the newer one says more of templates', () => {
  const step = '{kind: render, language: go, templates: {a.yaml: {component: true}}}'
  for (const version of [1, 2]) {
    const text = `version: ${version}\nsteps:\n  resource/configure/a/b: ${step}\n`
    expect(messages(text)).toEqual([])
    const { settings } = read(text)
    expect(settings.version).toBe(version)
    expect(settings.steps['resource/configure/a/b']).toMatchObject({
      templates: { 'a.yaml': { component: true } },
    })
  }
})

test('a wrong step is reported at its place and leaves the others alone', () => {
  const text = `version: 1
images: 3
steps:
  resource/configure/a/b: {kind: custom, language: go}
  resource/configure/a/c: {kind: custom, language: cobol}
  a/b: {kind: dependencies}
  __proto__: {kind: dependencies}
`
  const { settings, diagnostics, writable, keys } = read(text)
  expect(Object.keys(settings.steps)).toEqual(['resource/configure/a/b'])
  expect(keys).toHaveLength(4)
  expect(writable).toBe(true)
  expect(diagnostics.map(({ place }) => place.path)).toEqual([
    ['images'],
    ['steps', 'resource/configure/a/c', 'language'],
    ['steps', 'a/b'],
    ['steps', '__proto__'],
  ])
})
