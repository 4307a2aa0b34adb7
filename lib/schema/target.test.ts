import { expect, test } from 'vitest'
import { readSettings } from '@/lib/commands/settings'
import { FileContent, SETTINGS_FILE } from '@/lib/promise/files'
import {
  hasKratix,
  hasKubernetes,
  KRATIX_FACTS,
  KUBERNETES_FACTS,
  KUBERNETES_VERSIONS,
  lacking,
  targetOf,
} from './target'

const target = (yaml: string) => {
  const text = `version: 1\n${yaml}`
  const reading = readSettings(new Map([[SETTINGS_FILE, FileContent.fromText(text)]]))
  return { ...targetOf(reading.settings), faults: reading.diagnostics.length }
}

test('a Promise without a target is for any platform', () => {
  expect(target('')).toEqual({ kubernetes: undefined, kratix: undefined, faults: 0 })
  expect(hasKubernetes({ kubernetes: undefined, kratix: undefined }, 'selectable-fields')).toBe(
    true,
  )
})

test('selectable fields are there from 1.31 on, without a feature gate', () => {
  const named = target('target: { kubernetes: "1.30", kratix: 2025-08 }')
  expect(named).toEqual({ kubernetes: 30, kratix: '2025-08', faults: 0 })
  expect(hasKubernetes(named, 'selectable-fields')).toBe(false)
  expect(hasKubernetes({ ...named, kubernetes: 31 }, 'selectable-fields')).toBe(true)
  expect(hasKratix(named, 'workflows-config')).toBe(false)
  expect(lacking(KUBERNETES_FACTS['selectable-fields'])).toBe(
    'Selectable fields need Kubernetes 1.31, newer than the target of this Promise; they are dropped there: requests cannot be selected by them.',
  )
})

test('a target that nobody knows limits nothing, and one of the wrong type is a fault', () => {
  expect(target('target: { kubernetes: next, kratix: edge, openshift: "4" }')).toEqual({
    kubernetes: undefined,
    kratix: undefined,
    faults: 0,
  })
  expect(target('target: { kubernetes: 1.30 }').faults).toBe(1)
})

test('every fact has a source and is about a version that can be chosen', () => {
  for (const fact of [...Object.values(KUBERNETES_FACTS), ...Object.values(KRATIX_FACTS)]) {
    expect(fact.source).toMatch(/\.go/)
  }
  const minors = KUBERNETES_VERSIONS.map((version) => Number(version.split('.')[1]))
  for (const { kubernetes } of Object.values(KUBERNETES_FACTS)) expect(minors).toContain(kubernetes)
})
