import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runAssembled } from '@/lib/layout/distribute'
import { INIT_SPLIT, repository } from '@/lib/layout/testing'
import { applyFileEdits } from '@/lib/promise/command'
import { FileContent, type Files } from '@/lib/promise/files'
import { restoreFiles } from './restore-files'

const files = fc
  .dictionary(fc.constantFrom('promise.yaml', 'a', 'b/c', 'd'), fc.constantFrom('', '1', '2'))
  .map((texts): Files => {
    const entries = Object.entries(texts)
    return new Map(entries.map(([path, text]) => [path, FileContent.fromText(text)]))
  })
const plain = (map: Files) => new Map([...map].map(([path, { text }]) => [path, text]))

test('going back gives the files of then, keeps what is the same, and can be undone', () => {
  fc.assert(
    fc.property(files, files, (now, then) => {
      const outcome = restoreFiles(then, 'Go back').run(now)
      const after = outcome.kind === 'change' ? applyFileEdits(now, outcome.edits) : now
      expect(plain(after)).toEqual(plain(then))
      for (const [path, content] of now) {
        if (then.get(path)?.equals(content)) expect(after.get(path)).toBe(content)
      }
      if (outcome.kind === 'unchanged') expect(plain(now)).toEqual(plain(then))
    }),
  )
})

test('a split repository comes back as its parts, and one file as one file', () => {
  const split = repository(INIT_SPLIT)
  const flat = repository({
    'promise.yaml': 'kind: Promise\nmetadata: {name: redis}\nspec: {api: {}}\n',
  })
  for (const [now, then] of [
    [split, flat],
    [flat, split],
    [split, new Map([...split, ...repository({ 'dependencies.yaml': '- kind: Namespace\n' })])],
  ] as const) {
    const outcome = runAssembled(now, restoreFiles(then, 'Go back'))
    if (outcome.kind !== 'change') throw new Error(outcome.kind)
    expect(plain(applyFileEdits(now, outcome.edits))).toEqual(plain(then))
  }
})
