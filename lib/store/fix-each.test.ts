import { expect, test } from 'vitest'
import { filesOf } from '@/lib/commands/testing'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { refused, runCommand } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import { checkPromise, checkRules } from '@/lib/rules/check'
import { spoilt } from '@/lib/rules/testing'
import { findFix, type Problem, toProblem } from './analysis'
import { fixEach } from './fix-each'

const files = filesOf({
  'promise.yaml': spoilt(
    ['scope: Namespaced', 'scope: Cluster # why?'],
    ['required: [spec]', 'required: [ghost, spec, other]'],
  ),
})
const problems = checkPromise(files).map(toProblem)
const diagnose = (now: Files, code: string) => checkRules(now, [code]) ?? []

/** Mends some of what is wrong. */
async function mend(some: readonly Problem[], by: typeof diagnose = diagnose, current = true) {
  const found = await fixEach(files, some, by, () => current, problems)
  return found.kind === 'found' ? found : { kind: found.kind, count: 0, command: undefined }
}

test('what can be fixed is fixed in one change, each on what the last one left', async () => {
  expect(problems.map(({ code }) => code)).toEqual([
    'api-scope',
    'schema-required',
    'schema-required',
  ])
  const fixed = await mend(problems)
  expect(fixed.count).toBe(3)
  expect(fixed.command?.label).toBe('Fix 3 problems')
  const after = fixed.command && runCommand(files, fixed.command)
  expect(after && checkPromise(after)).toEqual([])
  const text = after?.get('promise.yaml')?.text
  expect(text).toContain('scope: Namespaced # why?')
  expect(text).toContain('required: [spec]')
})

test('what is gone by then is passed over', async () => {
  expect((await mend([...problems, ...problems])).count).toBe(3)
  expect((await mend([])).kind).toBe('gone')
  expect((await mend(problems, () => [])).kind).toBe('gone')
})

test('nothing is done to other files', async () => {
  const fixed = await mend(problems)
  expect(fixed.command?.run(new Map(files))).toEqual({ kind: 'unchanged' })
})

test('it tells why nothing was done', async () => {
  const slow = (now: Files, code: string) => {
    const until = performance.now() + 40
    while (performance.now() < until);
    return diagnose(now, code).map((one) => ({ ...one, fix: undefined }))
  }
  expect((await mend(problems, slow, false)).kind).toBe('changed')
  const refusing = (now: Files, code: string) =>
    diagnose(now, code).map(({ fix, ...one }) => ({
      ...one,
      fix: fix && { ...fix, run: () => refused('It stands behind an alias.') },
    }))
  expect(await fixEach(files, problems, refusing, () => true, problems)).toEqual({
    kind: 'refused',
    reason: 'It stands behind an alias.',
  })
})

/** A problem that stands at several places: a filter may show some of them alone. */
const at = (place: string): Diagnostic => ({
  code: 'x',
  severity: 'error',
  message: 'The same.',
  place: { file: 'promise.yaml', path: [place] },
  range: undefined,
  fix: { label: 'Mend', run: () => ({ kind: 'unchanged' }) },
})
const problemAt = (place: string) => toProblem(at(place))

test('what the list does not show is not mended for what it shows', () => {
  const [here, elsewhere] = [problemAt('a'), problemAt('b')]
  const known = [here, elsewhere]
  expect(findFix([at('b')], here, { known })).toBeUndefined()
  expect(findFix([at('b')], here, { meant: known, known })).toBeDefined()
  expect(findFix([at('a'), at('b')], here, { known })).toBeDefined()
})

test('a problem that has moved is found when there is but one like it', () => {
  expect(findFix([at('b')], problemAt('a'))).toBeDefined()
  expect(findFix([at('b'), at('c')], problemAt('a'))).toBeUndefined()
})
