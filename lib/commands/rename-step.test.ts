import { expect, test } from 'vitest'
import { renameStep } from './rename-step'
import { after, NOTIFY_REF, RENDER_REF, redis, refusal } from './testing'

const FOLDER = 'workflows/resource/configure/instance'

test('a renamed step takes its image, settings, files and bases along', () => {
  const texts = after(redis, renameStep(RENDER_REF, 'failover'))
  expect(texts['promise.yaml']).toBe(
    redis['promise.yaml']
      ?.replace('name: render', 'name: failover')
      .replace('redis-render:', 'redis-failover:'),
  )
  expect(texts['.promise-designer.yaml']).toBe(
    redis['.promise-designer.yaml']?.replace('instance/render:', 'instance/failover:'),
  )
  expect(Object.keys(texts)).toEqual(
    [
      `.promise-designer/base/${FOLDER}/failover/Dockerfile`,
      '.promise-designer.yaml',
      'promise.yaml',
      `${FOLDER}/failover/Dockerfile`,
      `${FOLDER}/failover/resources/failover.yaml`,
    ].sort(),
  )
})

test("an image of the user's own stays", () => {
  const texts = after(redis, renameStep(NOTIFY_REF, 'tell'))
  expect(texts['promise.yaml']).toBe(redis['promise.yaml']?.replace('name: notify', 'name: tell'))
})

test('a name that Kratix or another step has, or that is no label, is refused', () => {
  expect(refusal(redis, renameStep(RENDER_REF, 'notify'))).toBe(
    'The pipeline has another step named "notify".',
  )
  expect(refusal(redis, renameStep(RENDER_REF, 'reader'))).toContain('reader')
  for (const name of ['', '../x', 'a: {b', 'a\nb', '${x}', '__proto__', 'A', 'a'.repeat(64)]) {
    expect(refusal(redis, renameStep(RENDER_REF, name))).not.toBe('')
  }
})

test('a step that shares its name with another leaves settings and files to both', () => {
  const twins = {
    ...redis,
    'promise.yaml': redis['promise.yaml']?.replace('name: notify', 'name: render') ?? '',
  }
  const texts = after(twins, renameStep(NOTIFY_REF, 'second'))
  expect(texts['.promise-designer.yaml']).toContain('instance/render:')
  expect(texts['.promise-designer.yaml']).toContain('instance/second:')
  expect(texts[`${FOLDER}/render/Dockerfile`]).toBe('FROM mine\n')
  expect(texts[`${FOLDER}/second/Dockerfile`]).toBe('FROM mine\n')
})

test('what an earlier step left behind is replaced only when the user says so', () => {
  const left = { ...redis, [`${FOLDER}/failover/Dockerfile`]: 'FROM left\n' }
  expect(refusal(left, renameStep(RENDER_REF, 'failover'))).toContain('earlier')
})

test('broken text and unreadable settings are left alone', () => {
  expect(refusal({ ...redis, 'promise.yaml': 'a: {b' }, renameStep(RENDER_REF, 'x'))).toContain(
    'promise.yaml',
  )
  const newer = { ...redis, '.promise-designer.yaml': 'version: 3\nsteps: {}\n' }
  expect(refusal(newer, renameStep(RENDER_REF, 'x'))).toContain('newer')
})
