import { describe, expect, test } from 'vitest'
import { runCommand } from '@/lib/promise/command'
import { BASE_FOLDER, FileContent, SETTINGS_FILE } from '@/lib/promise/files'
import { keepMine } from './keep-mine'
import { mergeGenerated, type Update } from './merge-generated'
import { resolveMerge } from './resolve-merge'
import { revertToGenerated } from './revert-to-generated'
import { after, filesOf, refusal, textsOf } from './testing'

const README = 'README.md'
const BASE = BASE_FOLDER + README
const update = (base: string | undefined, now: string, path = README): Update => ({
  path,
  base: base === undefined ? undefined : FileContent.fromText(base),
  now: FileContent.fromText(now),
})
const edited = { [README]: 'one\nmine\nthree\nfour\n', [BASE]: 'one\ntwo\nthree\nfour\n' }
const moved = update('one\ntwo\nthree\nfour\n', 'one\ntwo\nthree\nFOUR\n')
const clash = update('one\ntwo\nthree\nfour\n', 'one\nTWO\nthree\nfour\n')

describe('merging what is generated now into an edited file', () => {
  test('writes both changes, and what is generated now as the base', () => {
    expect(after(edited, mergeGenerated([moved]))).toEqual({
      [README]: 'one\nmine\nthree\nFOUR\n',
      [BASE]: 'one\ntwo\nthree\nFOUR\n',
    })
  })
  test('takes several files in one step, and passes over those that are gone', () => {
    const other = update('a\n', 'b\n', 'Makefile')
    const files = { ...edited, Makefile: 'a\n', [`${BASE_FOLDER}Makefile`]: 'a\n' }
    const all = mergeGenerated([moved, other, update('x\n', 'y\n', 'gone')])
    const texts = textsOf(runCommand(filesOf(files), all))
    expect(texts[README]).toContain('FOUR')
    // What is generated anyway need not be kept.
    expect(Object.keys(texts).sort()).toEqual([BASE, README].sort())
  })
  test('is refused as a whole where both changed the same lines', () => {
    expect(refusal(edited, mergeGenerated([moved, clash]))).toContain('in one place')
    expect(refusal(edited, mergeGenerated([update(undefined, 'one\n')]))).toContain('was not kept')
  })
  test('is refused for what is not text', () => {
    const files = new Map([[README, FileContent.fromBytes(new Uint8Array([0xff]))]])
    expect(mergeGenerated([moved]).run(files)).toMatchObject({
      kind: 'refused',
      reason: '"README.md" is not text.',
    })
  })
})

test('a conflict is resolved by a text of the user’s', () => {
  expect(after(edited, resolveMerge(clash, 'one\nmine and TWO\n'))).toEqual({
    [README]: 'one\nmine and TWO\n',
    [BASE]: 'one\nTWO\nthree\nfour\n',
  })
  expect(after(edited, resolveMerge(clash, 'one\nTWO\nthree\nfour\n'))).toEqual({})
  expect(refusal({}, resolveMerge(clash, ''))).toContain('no file')
})

test('keeping mine moves the base alone', () => {
  const kept = after(edited, keepMine(clash))
  expect(kept).toEqual({ [README]: edited[README], [BASE]: 'one\nTWO\nthree\nfour\n' })
  expect(after({ [README]: 'mine\n' }, keepMine(update(undefined, 'new\n')))).toEqual({
    [README]: 'mine\n',
    [BASE]: 'new\n',
  })
})

test('taking the new one drops file and base, also when only the record knows that it was ours', () => {
  expect(after(edited, revertToGenerated(README))).toEqual({})
  const record = `version: 1\ngenerated: {by: x, files: {README.md: ${'a'.repeat(64)}}}\n`
  const elsewhere = { [README]: 'mine\n', [SETTINGS_FILE]: record }
  expect(after(elsewhere, revertToGenerated(README))).toEqual({ [SETTINGS_FILE]: record })
  const authored = filesOf({ [README]: 'mine\n', [SETTINGS_FILE]: 'version: 1\n' })
  expect(revertToGenerated(README).run(authored).kind).toBe('unchanged')
})
