import { expect, test } from 'vitest'
import { containerPullPolicy } from './container-pull-policy'
import { fixed, reportContainer, spoilt } from './testing'

const said = (fields: string) => reportContainer(containerPullPolicy, fields)

test('one of three, written so', () => {
  expect(said('')).toEqual([])
  expect(said('imagePullPolicy: Never')).toEqual([])
  expect(said('imagePullPolicy: Sometimes')).toEqual([
    'imagePullPolicy: Unsupported value "Sometimes" of imagePullPolicy: supported values are "Always", "IfNotPresent" and "Never".',
  ])
})

test('another case is certainly meant so', () => {
  const image = 'image: ghcr.io/acme/redis-render:v0.1.0'
  const text = spoilt([image, `${image}\n                imagePullPolicy: ifnotpresent`])
  const { text: mended, left } = fixed(containerPullPolicy, text)
  expect(left).toEqual([])
  expect(mended).toContain('imagePullPolicy: IfNotPresent')
})
