import { expect, test } from 'vitest'
import { kratixVariables } from './kratix-variables'
import { reportContainer } from './testing'

test('a container says nothing under the names of Kratix', () => {
  expect(reportContainer(kratixVariables, 'env: [{name: MY_KRATIX_A, value: b}]')).toEqual([])
  expect(reportContainer(kratixVariables, 'env: [{name: KRATIX_PROMISE_NAME, value: b}]')).toEqual([
    'env[0].name: The variable "KRATIX_PROMISE_NAME" takes the place of what Kratix tells the container under the names that begin with KRATIX_.',
  ])
})
