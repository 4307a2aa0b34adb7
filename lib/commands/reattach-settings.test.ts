import { expect, test } from 'vitest'
import { readPromise } from '@/lib/promise/read'
import { promiseDocument } from '@/lib/yaml/document'
import { reattachSettings } from './reattach-settings'
import { readSettings } from './settings'
import { orphanedSettings, stepsOf } from './steps'
import { after, filesOf, RENDER, redis, refusal } from './testing'

const byHand = {
  ...redis,
  'promise.yaml': redis['promise.yaml']?.replace('name: render', 'name: failover') ?? '',
}
const FAILOVER = 'resource/configure/instance/failover'

test('settings of a step that was renamed in the text are orphaned until they are reattached', () => {
  const files = filesOf(byHand)
  const content = files.get('promise.yaml')
  const view = readPromise(content && promiseDocument(content)?.value())
  const { settings } = readSettings(files)
  expect(orphanedSettings(view, settings)).toEqual([RENDER])
  expect(stepsOf(view, settings).map(({ kind }) => kind)).toEqual(['image', 'image'])

  const texts = after(byHand, reattachSettings(RENDER, FAILOVER))
  expect(texts['.promise-designer.yaml']).toBe(
    redis['.promise-designer.yaml']?.replace(RENDER, FAILOVER),
  )
  expect(texts[`workflows/${FAILOVER}/Dockerfile`]).toBe('FROM mine\n')
  expect(texts['promise.yaml']).toBe(byHand['promise.yaml'])
})

test('settings go only from a step that is gone to one that has none', () => {
  expect(refusal(redis, reattachSettings(RENDER, 'resource/configure/instance/notify'))).toContain(
    'still there',
  )
  expect(refusal(byHand, reattachSettings(RENDER, 'resource/configure/instance/x'))).toContain(
    'no step',
  )
  expect(refusal(byHand, reattachSettings(FAILOVER, RENDER))).toContain('no settings')
})
