import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Hunk, type Merge, threeWay } from './three-way'

const lines = (text: string): readonly string[] => text.split(/\r\n|\r|\n/)
const conflicts = ({ hunks }: Merge) =>
  hunks.filter((hunk): hunk is Extract<Hunk, { kind: 'conflict' }> => hunk.kind === 'conflict')

describe('merging what the user changed with what has moved', () => {
  test('changes apart from each other are both in the result', () => {
    const base = 'a\nb\nc\nd\ne\n'
    expect(threeWay('a\nB\nc\nd\ne\n', base, 'a\nb\nc\nD\ne\nf\n').text).toBe('a\nB\nc\nD\ne\nf\n')
  })
  test('the same change on both sides is one', () => {
    expect(threeWay('x\nq\nmine\n', 'a\nq\nb\n', 'x\nq\nb\n').text).toBe('x\nq\nmine\n')
  })
  test('different changes of a line are a conflict that holds all three', () => {
    const merge = threeWay('a\nmine\nc\n', 'a\nb\nc\n', 'a\nnew\nc\n')
    expect(merge).toMatchObject({ text: undefined, conflicts: 1 })
    expect(merge.hunks).toEqual([
      { kind: 'same', text: 'a\n' },
      { kind: 'conflict', mine: 'mine\n', base: 'b\n', now: 'new\n' },
      { kind: 'same', text: 'c\n' },
    ])
  })
  test('a line that the user removed stays removed, unless it has changed', () => {
    expect(threeWay('a\nc\nd\n', 'a\nb\nc\nd\n', 'a\nb\nc\nD\n').text).toBe('a\nc\nD\n')
    expect(conflicts(threeWay('a\nc\n', 'a\nb\nc\n', 'a\nB\nc\n'))).toEqual([
      { kind: 'conflict', mine: '', base: 'b\n', now: 'B\n' },
    ])
  })
  test('line ends, byte-order mark and the missing end of the last line stay the user’s', () => {
    const mine = '\ufeffa\r\nB\r\nc\r\nd\r\ne'
    expect(threeWay(mine, 'a\nb\nc\nd\ne\n', 'a\nb\nc\nD\ne\n').text).toBe(
      '\ufeffa\r\nB\r\nc\r\nD\r\ne',
    )
    // A line after the last one gives that one an end, and has none itself.
    expect(threeWay('A\nb\nc', 'a\nb\nc\n', 'a\nb\nc\nd\n').text).toBe('A\nb\nc\nd')
  })
  test('lines that differ in their ends alone are equal', () => {
    expect(threeWay('a\r\nb\nc\r\n', 'a\nb\nc\n', 'a\nb\nC\n').text).toBe('a\r\nb\nC\r\n')
  })
  test('words that objects know are lines like any other', () => {
    const base = '__proto__\nconstructor\ntoString\nlast\n'
    expect(threeWay(`mine\n${base}`, base, base.replace('last', 'new')).text).toBe(
      `mine\n${base.replace('last', 'new')}`,
    )
  })
  test('without a base every difference is a conflict', () => {
    const merge = threeWay('a\nmine\nc\n', undefined, 'a\nc\nnew\n')
    expect(conflicts(merge)).toEqual([
      { kind: 'conflict', mine: 'mine\n', base: undefined, now: '' },
      { kind: 'conflict', mine: '', base: undefined, now: 'new\n' },
    ])
    expect(threeWay('a\n', undefined, 'a\n').text).toBe('a\n')
  })
  test('what would take too long to compare is one conflict, at once', () => {
    const many = (word: string) => Array.from({ length: 9000 }, (_, i) => `${word} ${i}`).join('\n')
    const merge = threeWay(
      `top\n${many('mine')}\n`,
      `top\n${many('base')}\n`,
      `top\n${many('x')}\n`,
    )
    expect(merge.conflicts).toBe(1)
    expect(merge.hunks[0]).toEqual({ kind: 'same', text: 'top\n' })
  })
})

/** Few different lines, so that texts share many and repeat them. */
const anyLine = fc.constantFrom('a', 'b', 'c', '', '  x: 1', '}', '__proto__')
const anyEnd = fc.constantFrom('\n', '\r\n')
const anyText = fc
  .tuple(fc.array(anyLine, { maxLength: 14 }), anyEnd, fc.boolean(), fc.boolean())
  .map(([all, end, final, mark]) => (mark ? '\ufeff' : '') + all.join(end) + (final ? end : ''))

describe('any three texts', () => {
  test('what did not move leaves mine as it is; what I did not touch becomes the new', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(threeWay(one, other, other).text).toBe(one)
        expect(threeWay(other, other, one).text).toBe(one)
        expect(threeWay(one, other, one).text).toBe(one)
      }),
    )
  })
  test('every line that I added is in the result or in a conflict, as often as I added it', () => {
    fc.assert(
      fc.property(anyText, fc.option(anyText, { nil: undefined }), anyText, (mine, base, now) => {
        const merge = threeWay(mine, base, now)
        const kept = lines(
          merge.hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : hunk.mine)).join(''),
        ).map((line) => line.replace('\ufeff', ''))
        const count = (all: readonly string[], line: string) =>
          all.filter((one) => one.replace('\ufeff', '') === line).length
        for (const line of new Set(lines(mine))) {
          const added = count(lines(mine), line) - count(lines(base ?? ''), line)
          if (line !== '') expect(count(kept, line), line).toBeGreaterThanOrEqual(added)
        }
      }),
      { numRuns: 2000 },
    )
  })
  test('a side is the whole of that side where all conflicts take it', () => {
    fc.assert(
      fc.property(anyText, anyText, (mine, now) => {
        const { hunks } = threeWay(mine, undefined, now)
        const side = (which: 'mine' | 'now') =>
          hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : hunk[which])).join('')
        const plain = (text: string) => lines(text.replace('\ufeff', '')).join('\n').trimEnd()
        expect(plain(side('mine'))).toBe(plain(mine))
        expect(plain(side('now'))).toBe(plain(now))
      }),
    )
  })
})

test('a merge is clean exactly when no change touches one of the other side', () => {
  // Lines that occur once, so that there is one way only to see what changed.
  const size = 20
  const change = fc.record({
    at: fc.integer({ min: 0, max: size - 1 }),
    how: fc.constantFrom('replace', 'remove', 'insert'),
  })
  // The same line is never removed on both sides: that would be one change, and no conflict.
  const anyChanges = (removes: 0 | 1) =>
    fc
      .uniqueArray(change, { selector: ({ at }) => at, maxLength: 4 })
      .map((all) =>
        all.map((one) =>
          one.at % 2 === removes ? one : { ...one, how: one.how.replace('remove', 'insert') },
        ),
      )
  type Changes = readonly { readonly at: number; readonly how: string }[]
  const apply = (changes: Changes, who: string): string =>
    Array.from({ length: size }, (_, i) => {
      const how = changes.find(({ at }) => at === i)?.how
      if (how === 'replace') return `${who} ${i}\n`
      if (how === 'remove') return ''
      return how === 'insert' ? `${who} ${i}\nline ${i}\n` : `line ${i}\n`
    }).join('')
  /** The lines of the base that the changes take the place of, as [from, to]. */
  const ranges = (changes: Changes) =>
    changes.map(({ at, how }) => [at, how === 'insert' ? at : at + 1] as const)
  fc.assert(
    fc.property(anyChanges(0), anyChanges(1), (mine, now) => {
      const touches = ranges(mine).some(([a, b]) => ranges(now).some(([c, d]) => a <= d && c <= b))
      const merge = threeWay(apply(mine, 'mine'), apply([], ''), apply(now, 'new'))
      expect(merge.conflicts === 0).toBe(!touches)
      if (!touches) {
        for (const { at, how } of mine) {
          if (how !== 'remove') expect(merge.text).toContain(`mine ${at}\n`)
          else expect(merge.text).not.toContain(`line ${at}\n`)
        }
        for (const { at, how } of now) {
          if (how !== 'remove') expect(merge.text).toContain(`new ${at}\n`)
        }
      }
    }),
    { numRuns: 1000 },
  )
})
