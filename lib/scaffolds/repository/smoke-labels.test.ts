import { expect, test } from 'vitest'
import type { RepositoryStep } from './context'
import { smokeLabels } from './smoke-labels'
import { redisContext } from './testing'

type Asked = RepositoryStep['sentByExample']

/** A step of a pipeline that asks for this. */
function step(type: RepositoryStep['type'], pipeline: string, sentByExample: Asked) {
  const [one] = redisContext().steps
  if (!one) throw new Error('the context has no steps')
  return { ...one, type, action: 'configure' as const, pipeline, sentByExample }
}

const judge = (...steps: RepositoryStep[]) => smokeLabels({ ...redisContext(), steps })

test('containers of one pipeline share a file: the later one has its way for all of them', () => {
  const first = step('resource', 'one', [['', { zone: 'a' }]])
  const silent = step('resource', 'one', [])
  const later = step('resource', 'one', [['', { zone: 'b' }]])
  const { labels, reaches } = judge(first, silent, later)
  expect(labels).toEqual({ environment: 'dev', zone: 'b' })
  expect([first, silent, later].map((one) => reaches(one, ''))).toEqual([true, true, true])
})

test('a silent step of a pipeline that cannot arrive does not arrive', () => {
  const first = step('resource', 'one', [['', { zone: 'a' }]])
  const silent = step('resource', 'two', [])
  const other = step('resource', 'two', [['', { zone: 'b' }]])
  const { labels, reaches } = judge(first, silent, other)
  expect(labels).toEqual({ environment: 'dev', zone: 'a' })
  expect([first, silent, other].map((one) => reaches(one, ''))).toEqual([true, false, false])
})

test('what a promise workflow asks for, requests inherit; the Promise itself has its way over both', () => {
  const prepare = step('promise', 'setup', [['', { zone: 'a', environment: 'prod' }]])
  const render = step('resource', 'one', [['', { zone: 'b' }]])
  const { labels, reaches } = judge(prepare, render)
  expect(labels).toEqual({ environment: 'dev', zone: 'a' })
  expect([prepare, render].map((one) => reaches(one, ''))).toEqual([true, true])
})

test('a folder with labels of its own pays no heed to those of the Promise', () => {
  const render = step('resource', 'one', [['edge', { environment: 'edge', gpu: '' }]])
  const { labels, reaches } = judge(render)
  expect(labels).toEqual({ environment: 'dev', gpu: '' })
  expect([reaches(render, ''), reaches(render, 'edge')]).toEqual([true, false])
})
