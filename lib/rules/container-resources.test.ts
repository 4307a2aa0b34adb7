import { expect, test } from 'vitest'
import { containerResources } from './container-resources'
import { reportContainer } from './testing'

const said = (resources: string) => reportContainer(containerResources, `resources: {${resources}}`)

test('no request above its limit, however both are written', () => {
  expect(said('requests: {cpu: 100m, memory: 1Gi}, limits: {cpu: 0.1, memory: 1024Mi}')).toEqual([])
  expect(said('requests: {cpu: 1.5}, limits: {cpu: 1400m}')).toEqual([
    'resources.requests.cpu: The request 1.5 of cpu must be less than or equal to its limit of "1400m".',
  ])
})

test('resources that a container can have, and how much', () => {
  expect(said('limits: {gpu: 1}')[0]).toContain('standard resource')
  expect(said('limits: {nvidia.com/gpu: 1}')).toEqual([])
  expect(said('limits: {nvidia.com/gpu: 0.5}')[0]).toContain('integer')
  expect(said('requests: {nvidia.com/gpu: 1}')[0]).toContain('overcommitted')
  expect(said('requests: {nvidia.com/gpu: 1}, limits: {nvidia.com/gpu: 2}')[0]).toContain(
    'equal to',
  )
  expect(said('limits: {cpu: -1}')[0]).toContain('greater than or equal to 0')
  expect(said('limits: {hugepages-2Mi: 2Mi}')[0]).toContain('HugePages')
})
