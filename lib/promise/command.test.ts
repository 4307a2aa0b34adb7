import { expect, test } from 'vitest'
import { type Command, refused, runCommand, sequence, unchanged } from './command'
import { FileContent, type Files } from './files'

const empty: Files = new Map()

function write(path: string): Command {
  const content = FileContent.fromText(path)
  return {
    label: `Write ${path}`,
    run: (files) =>
      files.has(path) ? unchanged : { kind: 'change', edits: [{ kind: 'write', path, content }] },
  }
}

test('a sequence does all of its commands, and is unchanged when none changes anything', () => {
  const both = sequence('Write two', [write('a'), write('b'), write('a')])
  const files = runCommand(empty, both)
  expect([...files.keys()]).toEqual(['a', 'b'])
  expect(both.run(files)).toBe(unchanged)
})

test('a way out of a refusal within a sequence does all the rest of it too', () => {
  const torn: Command = { label: 'Ask', run: () => refused('Which?', [write('this')]) }
  const outcome = sequence('Three', [write('a'), torn, write('b')]).run(empty)
  if (outcome.kind !== 'refused') throw new Error('must ask')
  expect(outcome.reason).toBe('Which?')
  const [way] = outcome.ways
  if (!way) throw new Error('must have a way')
  expect(way.label).toBe('Write this')
  expect([...runCommand(empty, way).keys()]).toEqual(['a', 'this', 'b'])
})
