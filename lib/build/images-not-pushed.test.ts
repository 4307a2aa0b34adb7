import { expect, test } from 'vitest'
import { editGenerated } from '@/lib/commands/edit-generated'
import { setGithubActions } from '@/lib/commands/set-extra-files'
import { readSettings } from '@/lib/commands/settings'
import { runCommand } from '@/lib/promise/command'
import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { readPromise } from '@/lib/promise/read'
import { parseYaml } from '@/lib/yaml/document'
import { build } from './build'
import { imagesNotPushed } from './images-not-pushed'
import { redisFiles, textOf } from './testing'

const WORKFLOW = '.github/workflows/promise.yaml'
const NAMED = 'image: ghcr.io/acme/redis-render:v0.1.0'

function withImage(image: string): Files {
  const files = new Map(runCommand(redisFiles(), setGithubActions(true)))
  const text = files.get(PROMISE_FILE)?.text ?? ''
  expect(text).toContain(NAMED)
  return files.set(PROMISE_FILE, FileContent.fromText(text.replace(NAMED, `image: ${image}`)))
}

function notPushed(files: Files): readonly string[] {
  const view = readPromise(parseYaml(files.get(PROMISE_FILE)?.text ?? '')[0]?.value())
  return imagesNotPushed(view, readSettings(files).settings, build(files))
}

test('names the images for whose sake the workflow has no job that pushes', () => {
  for (const [image, named] of [
    ['ghcr.io/acme/redis-render:v1', []],
    ['redis-render:v1', ['redis-render:v1']],
    // Half-typed: the Makefile does not build it, so that the others are pushed.
    ['"redis render"', []],
    ['Redis:v1', []],
    ['""', []],
  ] as const) {
    const files = withImage(image)
    expect(notPushed(files), image).toEqual(named)
    const pushed = textOf(build(files), WORKFLOW).includes('- run: make push')
    expect(pushed, image).toBe(named.length === 0)
  }
})

test('says nothing of a workflow that its owner has changed, or that is not there', () => {
  const files = withImage('redis-render:v1')
  const generated = build(files).files.get(WORKFLOW)?.content
  if (!generated) throw new Error('no workflow')
  const mine = FileContent.fromText(`${generated.text}# mine\n`)
  expect(notPushed(runCommand(files, editGenerated(WORKFLOW, generated, mine)))).toEqual([])
  expect(notPushed(runCommand(files, setGithubActions(false)))).toEqual([])
})
