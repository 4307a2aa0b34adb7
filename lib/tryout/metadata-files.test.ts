import { describe, expect, test } from 'vitest'
import { cleanPath, readControl, readSelectors, readStatus, retryFault } from './metadata-files'

const reason = (read: { readonly ok: boolean; readonly reason?: string }) => read.reason

describe('destination-selectors.yaml (5.3)', () => {
  test('is a list of labels, each for a directory or for the rest', () => {
    const read = readSelectors(
      '- matchLabels: { a: b }\n- directory: infra/\n  matchLabels: { c: "1" }\n',
    )
    expect(read).toEqual({
      ok: true,
      value: [
        { directory: '.', matchLabels: { a: 'b' } },
        { directory: 'infra', matchLabels: { c: '1' } },
      ],
    })
  })

  test('may be empty', () => {
    expect(readSelectors('')).toEqual({ ok: true, value: [] })
    expect(readSelectors('# nothing\n')).toEqual({ ok: true, value: [] })
  })

  test.each([
    ['a map', 'matchLabels: { a: b }', 'a map where a list must stand'],
    ['broken YAML', '- [', 'invalid destination-selectors.yaml'],
    [
      'an entry without labels',
      '- matchLabels: { a: b }\n- directory: x\n',
      'entry with index 1 has no selectors',
    ],
    ['an unquoted boolean', '- matchLabels: { a: true }', 'is a boolean, not a string: quote it'],
    ['an unquoted number', '- matchLabels: { a: 1 }', 'is a number, not a string: quote it'],
    [
      'a directory below another',
      '- directory: a/b\n  matchLabels: { c: d }',
      'a/b, sub-directories are not allowed',
    ],
    [
      'an absolute directory',
      '- directory: /a\n  matchLabels: { c: d }',
      '/a, sub-directories are not allowed',
    ],
    [
      'a directory outside',
      '- directory: ../a\n  matchLabels: { c: d }',
      '../a, sub-directories are not allowed',
    ],
    [
      'a directory twice',
      '- directory: a\n  matchLabels: { c: d }\n- directory: ./a/\n  matchLabels: { c: e }',
      'duplicate entries in destination-selectors.yaml: two entries for a',
    ],
    [
      'two entries for the rest',
      '- matchLabels: { c: d }\n- directory: .\n  matchLabels: { c: e }',
      'duplicate entries in destination-selectors.yaml: two entries without a directory',
    ],
  ])('refuses %s', (_what, source, why) => {
    expect(reason(readSelectors(source))).toContain(why)
  })

  test('is refused when it is no text', () => {
    expect(reason(readSelectors(null))).toContain('it is not text')
  })
})

test.each([
  ['', '.'],
  ['./', '.'],
  ['a//b/../c/', 'a/c'],
  ['../../a', '../../a'],
  ['/../a', '/a'],
])('cleans the directory %j as Go does', (path, clean) => {
  expect(cleanPath(path)).toBe(clean)
})

describe('status.yaml (5.3, 5.5)', () => {
  test('is a map; nothing at all counts as an empty one', () => {
    expect(readStatus('a: 1\n')).toEqual({ ok: true, value: { a: 1 } })
    expect(readStatus('')).toEqual({ ok: true, value: {} })
  })

  test.each([
    ['- a\n', 'a list where a map must stand'],
    ['a: [', 'failed to unmarshal incoming status'],
    ['kratix: {}\n', "'kratix' is a kratix managed status field"],
    ['kratix: null\n', "'kratix' is a kratix managed status field"],
  ])('refuses %j', (source, why) => {
    expect(reason(readStatus(source))).toContain(why)
  })
})

describe('workflow-control.yaml (5.6)', () => {
  test('passes over keys that Kratix does not know', () => {
    expect(readControl('suspend: true\nmaxAttempts: 3\nmessage: wait\n')).toEqual({
      ok: true,
      value: { suspend: true, message: 'wait' },
    })
  })

  test('an empty time is none', () => {
    expect(readControl('retryAfter: ""\n')).toEqual({ ok: true, value: { suspend: false } })
  })

  test.each(['suspend: "true"\n', 'retryAfter: 5\n', 'message: [a]\n', '- a\n'])(
    'refuses %j',
    (source) => {
      expect(reason(readControl(source))).toContain('failed to unmarshal')
    },
  )

  test.each(['5m', '1h30m', '0.5h', '300ms', '1µs'])('takes %s as a time', (retryAfter) => {
    expect(retryFault({ suspend: false, retryAfter })).toBeUndefined()
  })

  test.each([
    ['1d', 'unknown unit "d" in duration "1d"'],
    ['soon', 'invalid duration "soon"'],
    ['5', 'invalid duration "5"'],
  ])('refuses %s, since it is a Go duration', (retryAfter, why) => {
    expect(retryFault({ suspend: false, retryAfter })).toContain(why)
  })
})
