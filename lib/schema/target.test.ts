import { expect, test } from 'vitest'
import { type Settings, settings } from '@/lib/promise/settings'
import {
  hasKratix,
  hasKubernetes,
  KRATIX_FACTS,
  KUBERNETES_FACTS,
  KUBERNETES_VERSIONS,
  lacking,
  targetOf,
} from './target'

const target = (named: Settings['target']) => targetOf({ version: 1, steps: {}, target: named })

test('a Promise without a target is for any platform', () => {
  expect(target(undefined)).toEqual({ kubernetes: undefined, kratix: undefined })
  expect(hasKubernetes({ kubernetes: undefined, kratix: undefined }, 'selectable-fields')).toBe(
    true,
  )
})

test('selectable fields are there from 1.31 on, without a feature gate', () => {
  const named = target({ kubernetes: '1.30', kratix: '2025-08' })
  expect(named).toEqual({ kubernetes: 30, kratix: '2025-08' })
  expect(hasKubernetes(named, 'selectable-fields')).toBe(false)
  expect(hasKubernetes({ ...named, kubernetes: 31 }, 'selectable-fields')).toBe(true)
  expect(hasKratix(named, 'workflows-config')).toBe(false)
  expect(lacking(KUBERNETES_FACTS['selectable-fields'])).toBe(
    'Selectable fields need Kubernetes 1.31, newer than the target of this Promise; they are dropped there: requests cannot be selected by them.',
  )
})

test('a target that nobody knows limits nothing, and one of the wrong type is a fault', () => {
  expect(target({ kubernetes: 'next', kratix: 'edge' })).toEqual({
    kubernetes: undefined,
    kratix: undefined,
  })
  const read = (kubernetes: unknown) =>
    settings.shape.target.safeParse({ kubernetes, openshift: '4' }).success
  expect([read('1.30'), read(1.3)]).toEqual([true, false])
})

test('every fact has a source and is about a version that can be chosen', () => {
  for (const fact of [...Object.values(KUBERNETES_FACTS), ...Object.values(KRATIX_FACTS)]) {
    expect(fact.source).toMatch(/\.go/)
  }
  const minors = KUBERNETES_VERSIONS.map((version) => Number(version.split('.')[1]))
  for (const { kubernetes } of Object.values(KUBERNETES_FACTS)) expect(minors).toContain(kubernetes)
})
