import { expect, test } from 'vitest'
import { setGithubActions, setPromiseRelease } from '@/lib/commands/set-extra-files'
import { runCommand } from '@/lib/promise/command'
import { FileContent, type Files } from '@/lib/promise/files'
import { build } from './build'
import { adopt } from './provenance'
import { redisFiles } from './testing'

const WORKFLOW = '.github/workflows/promise.yaml'
const RELEASE = 'promise-release.yaml'
const URL = 'https://example.org/{version}/promise.yaml'

const wanted = runCommand(runCommand(redisFiles(), setGithubActions(true)), setPromiseRelease(URL))

function contents(files: Files): Map<string, FileContent> {
  return new Map([...build(files).files.values()].map(({ path, content }) => [path, content]))
}

test('optional files are generated when the settings ask for them, and only then', () => {
  const without = build(redisFiles()).files
  expect(without.has(WORKFLOW) || without.has(RELEASE)).toBe(false)
  const { files, diagnostics } = build(wanted)
  expect(diagnostics).toEqual([])
  expect([files.get(WORKFLOW)?.origin, files.get(RELEASE)?.origin]).toEqual([
    'generated',
    'generated',
  ])
})

test('a repository that is opened again has what was chosen, and gives the same bytes', () => {
  const all = contents(wanted)
  const opened = adopt(all).files
  expect(opened.has(WORKFLOW)).toBe(false)
  const again = contents(opened)
  expect([...again].map(([path, { hash }]) => [path, hash])).toEqual(
    [...all].map(([path, { hash }]) => [path, hash]),
  )
})

test('a workflow that its owner has changed stays, also when it is no longer asked for', () => {
  const all = contents(wanted)
  const mine = `${all.get(WORKFLOW)?.text}# mine\n`
  all.set(WORKFLOW, FileContent.fromText(mine))
  const opened = adopt(all).files
  expect(build(opened).files.get(WORKFLOW)).toMatchObject({
    origin: 'edited',
    content: { text: mine },
  })
  const off = runCommand(opened, setGithubActions(false))
  expect(build(off).files.get(WORKFLOW)?.content.text).toBe(mine)
})
