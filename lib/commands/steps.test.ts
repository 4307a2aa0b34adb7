import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSafePath } from '@/lib/promise/files'
import { readPromise } from '@/lib/promise/read'
import { promiseDocument } from '@/lib/yaml/document'
import { freePath, manifestName, resourcePath } from './dependency-files'
import { readSettings } from './settings'
import { editedFilesOfStep, filesOfStep, folderOf, pipelineAt, stepsOf } from './steps'
import { filesOf, NOTIFY_REF, RENDER, RENDER_REF, redis } from './testing'

const files = filesOf(redis)
const content = files.get('promise.yaml')
const view = readPromise(content && promiseDocument(content)?.value())

test('every container is a step, ours when it has settings', () => {
  const [render, notify] = stepsOf(view, readSettings(files).settings)
  expect(render).toMatchObject({
    ref: RENDER_REF,
    key: RENDER,
    pipeline: 'instance',
    kind: 'render',
    language: 'go',
    ours: true,
    followsImage: true,
    folder: `workflows/${RENDER}/`,
  })
  expect(notify).toMatchObject({
    ref: NOTIFY_REF,
    kind: 'image',
    language: undefined,
    ours: false,
    followsImage: false,
  })
})

test('files, edited files and pipelines are found by key and place', () => {
  const folder = `workflows/${RENDER}/`
  expect(filesOfStep(files, RENDER)).toEqual([
    `${folder}resources/failover.yaml`,
    `${folder}Dockerfile`,
  ])
  expect(editedFilesOfStep(files, RENDER)).toEqual([`${folder}Dockerfile`])
  expect(pipelineAt(view, RENDER_REF)?.name).toBe('instance')
})

test('no name makes a folder that is not a path within the repository', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('..', '.', '../x', 'a/../b', '', 'a.b', '__proto__', 'a\\b'),
  )
  fc.assert(
    fc.property(name, name, (pipeline, container) => {
      const folder = folderOf(`resource/configure/${pipeline}/${container}`)
      expect(folder === undefined || isSafePath(`${folder}Dockerfile`)).toBe(true)
      expect(isSafePath(resourcePath(`${pipeline}/${container}`))).toBe(true)
      expect(isSafePath(manifestName(pipeline, container))).toBe(true)
    }),
  )
  expect(folderOf('resource/configure/../x')).toBeUndefined()
})

test('files of dependencies have telling and free names', () => {
  expect(resourcePath('deps/Redis Operator (1).yml')).toBe('deps/Redis-Operator-1-.yml')
  expect(resourcePath('C:\\temp\\..\\x')).toBe('C-/temp/x.yaml')
  expect(manifestName('ClusterRole', 'system:redis')).toBe('clusterrole-system-redis.yaml')
  expect(manifestName('', '')).toBe('manifest.yaml')
  const taken = new Set(['a.yaml', 'a-2.yaml'])
  expect(freePath('a.yaml', (path) => taken.has(path))).toBe('a-3.yaml')
})
