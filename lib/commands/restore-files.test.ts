import * as fc from 'fast-check'
import { expect, test } from 'vitest'
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
