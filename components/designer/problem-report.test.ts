import { expect, test } from 'vitest'
import { problemReport } from './problem-report'

test('a line each, with its place where there is one', () => {
  const problem = {
    code: 'schema-types',
    severity: 'error',
    message: 'The type\nis "x".',
    place: { file: 'promise.yaml', path: [] },
    range: undefined,
    fix: undefined,
    suggestions: [],
  } as const
  const note = { ...problem, code: '', severity: 'info' } as const
  expect(problemReport([problem, note], [{ file: 'api.yaml', line: 3 }])).toBe(
    'api.yaml:3: error: The type is "x". [schema-types]\npromise.yaml: info: The type is "x".\n',
  )
})
