import { expect, test } from 'vitest'
import { redis } from '@/lib/commands/testing'
import { templateOutputs } from './template-outputs'
import { report } from './testing'

const folder = 'workflows/resource/configure/instance/render/resources/'
const template = 'kind: ConfigMap\n'

test('templates of different names write different files', () => {
  expect(report(templateOutputs, { ...redis, [`${folder}b/a.yaml`]: template })).toEqual([])
})

test('templates that differ only in their extension would write the same file', () => {
  const files = { ...redis, [`${folder}a.yaml`]: template, [`${folder}a.yml`]: template }
  expect(report(templateOutputs, files)).toEqual([
    'error : a.yml would write the same file as a.yaml: rename one of them.',
  ])
})

/** The Promise with a second render step behind the first, `notify`. */
const [promiseFile, settingsFile] = ['promise.yaml', '.promise-designer.yaml'] as const
const second = 'workflows/resource/configure/instance/notify/resources/'
const twoSteps = {
  ...redis,
  [settingsFile]: `${redis[settingsFile]}  resource/configure/instance/notify:\n    kind: render\n    language: go\n    values: {}\n`,
}

test('a later step of the pipeline takes the place of what an earlier one wrote', () => {
  expect(report(templateOutputs, { ...twoSteps, [`${second}failover.yaml`]: template })).toEqual([
    'warning : failover.yaml would write the same file as the step render before it, and what that wrote is lost: rename one of them.',
  ])
})

test('steps of different pipelines have each an output of their own', () => {
  const files = {
    ...twoSteps,
    [promiseFile]:
      redis[promiseFile]?.replace(
        '              - name: notify\n',
        '        - apiVersion: platform.kratix.io/v1alpha1\n          kind: Pipeline\n          metadata:\n            name: after\n          spec:\n            containers:\n              - name: notify\n',
      ) ?? '',
    [settingsFile]: String(twoSteps[settingsFile]).replace('instance/notify', 'after/notify'),
    'workflows/resource/configure/after/notify/resources/failover.yaml': template,
  }
  expect(report(templateOutputs, files)).toEqual([])
})

test('templates that are not always written may share a file', () => {
  const files = {
    ...twoSteps,
    [settingsFile]: `${twoSteps[settingsFile]}    templates:\n      failover.yaml:\n        onlyWhen: { value: replicas, present: true }\n`,
    [`${second}failover.yaml`]: template,
  }
  expect(report(templateOutputs, files)).toEqual([])
})
