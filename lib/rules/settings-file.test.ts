import { expect, test } from 'vitest'
import { settingsFile } from './settings-file'
import { findings, GOOD, report } from './testing'

const of = (settings: string) => ({ 'promise.yaml': GOOD, '.promise-designer.yaml': settings })

test('the settings can be read; what cannot is named at its place', () => {
  expect(report(settingsFile, of('version: 1\n'))).toEqual([])
  const [found] = findings(
    settingsFile,
    of('version: 1\nsteps: {resource/configure/a/b: {kind: x}}\n'),
  )
  expect(found?.place.file).toBe('.promise-designer.yaml')
  expect(found?.place.path.slice(0, 2)).toEqual(['steps', 'resource/configure/a/b'])
})

test('a syntax error is named with its range, also while promise.yaml is broken', () => {
  const [found] = findings(settingsFile, { ...of('a: ['), 'promise.yaml': 'b: [' })
  expect(found?.range).toBeDefined()
})
