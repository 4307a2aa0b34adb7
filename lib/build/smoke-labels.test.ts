import { expect, test } from 'vitest'
import { setDestinationSelectors } from '@/lib/commands/set-destination-selectors'
import { runCommand } from '@/lib/promise/command'
import { build } from './build'
import { redisFiles, textOf } from './testing'

test('the smoke test labels its Destination with what a step asks for the example request', () => {
  const selectors = [{ matchLabels: { environment: 'prod', replicas: '${replicas}' } }]
  const command = setDestinationSelectors('resource/configure/instance/render', selectors)
  const smoke = textOf(build(runCommand(redisFiles(), command)), 'hack/kind-smoke.sh')
  // `environment` is what the Promise asks for.
  expect(smoke).toMatch(
    /^kubectl label destinations --all --overwrite environment=dev replicas=1$/m,
  )
  expect(smoke).toMatch(/^expect_objects workflows\S+render\/tests\/expected-output$/m)
})
