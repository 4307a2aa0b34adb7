import { beforeEach, expect, test } from 'vitest'
import { belongingsOf, type ClipWork, copyByMenu, remember } from './step-clips'

const REF = { type: 'resource', action: 'configure', pipeline: 0, step: 0 } as const
const clip = (text: string) => ({ text, steps: [] })

let said: string[] = []
let there: string[] = []
const work = (write: () => Promise<void>): ClipWork => ({
  read: ({ pipeline }) => (there[pipeline] === undefined ? undefined : clip(there[pipeline])),
  write,
  remove: () => said.push('removed'),
  onCopied: () => said.push('copied'),
  onRefused: () => said.push('refused'),
  onMoved: () => said.push('moved'),
})
const done = async () => undefined

beforeEach(() => {
  said = []
  there = ['name: a\n']
  remember(clip('name: before\n'))
})

test('a copy is remembered once the clipboard has it', async () => {
  await copyByMenu(
    REF,
    false,
    work(async () => expect(belongingsOf('name: a\n')).toBeUndefined()),
  )
  expect(belongingsOf('name: a\r\n')).toEqual(clip('name: a\n'))
  expect(said).toEqual(['copied'])
})

test('what the clipboard did not take is neither remembered nor removed', async () => {
  await copyByMenu(
    REF,
    true,
    work(() => Promise.reject(new Error('not allowed'))),
  )
  expect(said).toEqual(['refused'])
  expect(belongingsOf('name: a\n')).toBeUndefined()
  expect(belongingsOf('name: before\n')).toBeDefined()
})

test('a cut removes what was copied', async () => {
  await copyByMenu(REF, true, work(done))
  expect(said).toEqual(['removed'])
})

test.each([[['name: other\n', 'name: a\n']], [[]]])(
  'a cut leaves alone what stands at the place by then: %j',
  async (later) => {
    await copyByMenu(
      REF,
      true,
      work(async () => {
        there = later
      }),
    )
    expect(said).toEqual(['moved'])
    expect(belongingsOf('name: a\n')).toBeDefined()
  },
)
