import { expect, test } from 'vitest'
import { filesOf } from '@/lib/commands/testing'
import { runCommand } from '@/lib/promise/command'
import { settingsOrphaned } from './settings-orphaned'
import { findings, GOOD, report } from './testing'

const step = (name: string) =>
  `  resource/configure/instance/${name}: {kind: custom, language: go}\n`
const of = (...names: string[]) => ({
  'promise.yaml': GOOD,
  '.promise-designer.yaml': `version: 1\nsteps:\n${names.map(step).join('')}`,
})

test('settings belong to a step', () => {
  expect(report(settingsOrphaned, of('render'))).toEqual([])
  const [found] = findings(settingsOrphaned, of('render', 'old'))
  expect(found?.message).toContain('"resource/configure/instance/old" belong to no step')
  expect(found?.place).toEqual({
    file: '.promise-designer.yaml',
    path: ['steps', 'resource/configure/instance/old'],
  })
  expect(found?.fix).toBeUndefined()
})

test('where one step of the pipeline has none, the fix gives them to it', () => {
  const texts = of('old')
  const [found] = findings(settingsOrphaned, texts)
  expect(found?.fix).toBeDefined()
  if (!found?.fix) return
  const files = runCommand(filesOf(texts), found.fix)
  expect(files.get('.promise-designer.yaml')?.text).toContain(
    'resource/configure/instance/render: {kind',
  )
})
