import { expect, test } from 'vitest'
import { filesOf } from '@/lib/commands/testing'
import { runCommand } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import { checkPromise, checkRules } from '@/lib/rules/check'
import { spoilt } from '@/lib/rules/testing'
import { toProblem } from './analysis'
import { fixEach } from './fix-each'

const files = filesOf({
  'promise.yaml': spoilt(
    ['scope: Namespaced', 'scope: Cluster # why?'],
    ['required: [spec]', 'required: [ghost, spec, other]'],
  ),
})
const problems = checkPromise(files).map(toProblem)
const diagnose = (now: Files, code: string) => checkRules(now, [code]) ?? []

test('what can be fixed is fixed in one change, each on what the last one left', async () => {
  expect(problems.map(({ code }) => code)).toEqual([
    'api-scope',
    'schema-required',
    'schema-required',
  ])
  const fixed = await fixEach(files, problems, diagnose, () => true)
  expect(fixed?.count).toBe(3)
  expect(fixed?.command.label).toBe('Fix 3 problems')
  const after = fixed && runCommand(files, fixed.command)
  expect(after && checkPromise(after)).toEqual([])
  const text = after?.get('promise.yaml')?.text
  expect(text).toContain('scope: Namespaced # why?')
  expect(text).toContain('required: [spec]')
})

test('what is gone by then is passed over', async () => {
  const twice = await fixEach(files, [...problems, ...problems], diagnose, () => true)
  expect(twice?.count).toBe(3)
  expect(await fixEach(files, [], diagnose, () => true)).toBeUndefined()
})

test('nothing is done to other files', async () => {
  const fixed = await fixEach(files, problems, diagnose, () => true)
  expect(fixed?.command.run(new Map(files))).toEqual({ kind: 'unchanged' })
})
