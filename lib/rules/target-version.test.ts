import { expect, test } from 'vitest'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { targetVersion } from './target-version'
import { report, spoilt } from './testing'

const NEW = spoilt(
  [
    '          served: true',
    '          served: true\n          selectableFields: [{jsonPath: .spec.size}]',
  ],
  [
    'size: {type: string, enum: [small, large], default: small}',
    'size: {type: string, format: k8s-short-name, x-kubernetes-validations: [{rule: "oldSelf.hasValue() || isIP(self)", optionalOldSelf: true}]}',
  ],
  ['  workflows:', '  workflows:\n    config: {reconciliationInterval: 1h}'],
)
const says = (target: string) =>
  report(targetVersion, { [PROMISE_FILE]: NEW, [SETTINGS_FILE]: `version: 1\n${target}` }).map(
    (line) => `${line.split(':')[0]?.split('.').at(-1)}: ${line.split(': ').slice(1).join(': ')}`,
  )

test('without a target nothing is too new', () => {
  expect(says('')).toEqual([])
  expect(says('target: { kubernetes: "1.36", kratix: 2026-08 }')).toEqual([])
})

test('what the target cannot do is said where it stands', () => {
  expect(says('target: { kubernetes: "1.29", kratix: 2025-08 }')).toEqual([
    'config: The settings in "spec.workflows.config" need the Kratix of 2026-08, newer than the target of this Promise; they are dropped there: Jobs run where they always did, and as often.',
    'selectableFields: Selectable fields need Kubernetes 1.31, newer than the target of this Promise; they are dropped there: requests cannot be selected by them.',
    'format: The formats k8s-short-name and k8s-long-name need Kubernetes 1.35, newer than the target of this Promise; they are not checked there.',
    'optionalOldSelf: Rules with "optionalOldSelf" need Kubernetes 1.30, newer than the target of this Promise; they lose it there, and are not evaluated when a request is created.',
    'rule: CEL: ip and cidr need Kubernetes 1.31, newer than the target of this Promise; they do not compile there, and the Promise is refused.',
  ])
  expect(says('target: { kubernetes: "1.34" }')).toHaveLength(1)
})
