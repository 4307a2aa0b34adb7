import { expect, test } from 'vitest'
import { oldFields } from './old-fields'
import { fixed, GOOD, report } from './testing'

// As the documentation of the time wrote them.
const OLD = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: jenkins
spec:
  # where it runs
  clusterSelector:
    environment: dev # not prod
    zone: eu
  #injected
  workerClusterResources:
    - {apiVersion: v1, kind: Namespace, metadata: {name: jenkins}}
  xaasRequestPipeline:
    - syntasso/jenkins-request-pipeline
    - ghcr.io/acme/notify:v0.1.0
  xaasCrd:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
`

test('fields of older versions are named with their new place', () => {
  expect(
    report(oldFields, OLD).map((line) => line.slice(0, line.indexOf(' since') + 1 || 60)),
  ).toEqual([
    'error spec.xaasCrd: spec.xaasCrd is called spec.api ',
    'error spec.workerClusterResources: spec.workerClusterResources is called spec.dependencies ',
    'error spec.xaasRequestPipeline: spec.xaasRequestPipeline is a Pipeline in spec.workflows.resource.configure ',
    'error spec.clusterSelector: spec.clusterSelector is the matc',
  ])
  expect(report(oldFields, GOOD)).toEqual([])
})

test('each moves to its new place, in its own words', () => {
  expect(fixed(oldFields, OLD)).toEqual({
    text: `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: jenkins
spec:
  #injected
  dependencies:
    - {apiVersion: v1, kind: Namespace, metadata: {name: jenkins}}
  api:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
  workflows:
    resource:
      configure:
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata:
            name: instance
          spec:
            containers:
              - name: syntasso-jenkins-request-pipeline
                image: syntasso/jenkins-request-pipeline
              - name: acme-notify
                image: ghcr.io/acme/notify:v0.1.0
  # where it runs
  destinationSelectors:
    - matchLabels:
        environment: dev # not prod
        zone: eu
`,
    left: [],
  })
})

test('targets of spec.scheduling become destination selectors', () => {
  const text = `spec:
  scheduling:
    - target:
        matchLabels:
          environment: dev # mine
    - matchLabels: {zone: eu}
`
  expect(fixed(oldFields, text)).toEqual({
    text: `spec:
  destinationSelectors:
    - matchLabels:
        environment: dev # mine
    - matchLabels: {zone: eu}
`,
    left: [],
  })
})

test('one schema for all versions becomes the schema of the version', () => {
  const text = `spec:
  api:
    spec:
      group: acme.org
      version: v1alpha1
      validation:
        openAPIV3Schema: # the API
          type: object
`
  expect(fixed(oldFields, text)).toEqual({
    text: `spec:
  api:
    spec:
      group: acme.org
      versions:
        - name: v1alpha1
          served: true
          storage: true
          schema:
            openAPIV3Schema: # the API
              type: object
`,
    left: [],
  })
})

test.each([
  [
    'xaasRequestPipeline',
    '  # how we make it\n  xaasRequestPipeline: # keep me\n    # first the name\n    - org/a:v1 # pinned because of #12\n    - org/b:v1\n',
    ['# how we make it', '# keep me', '# first the name', '# pinned because of #12'],
  ],
  [
    'clusterSelector',
    '  clusterSelector: # prod only\n    # not staging\n    environment: prod # yes\n',
    ['# prod only', '# not staging', '# yes'],
  ],
  ['an empty clusterSelector', '  clusterSelector: {} # anywhere\n  api: {}\n', ['# anywhere']],
  [
    'scheduling',
    '  scheduling: # s\n    - target: # t\n        # note\n        matchLabels:\n          a: b # c\n',
    ['# s', '# t', '# note', '# c'],
  ],
  [
    'version',
    '  api:\n    spec:\n      # the only one\n      version: v1 # served\n      validation: # schema\n        openAPIV3Schema: {}\n',
    ['# the only one', '# served', '# schema'],
  ],
])('no comment of %s is lost', (_, spec, comments) => {
  const { text, left } = fixed(oldFields, `spec:\n${spec}`)
  expect(left).toEqual([])
  expect([...text.matchAll(/(?<![^\s])#[^\n]*/g)].map(([one]) => one).sort()).toEqual(
    [...comments].sort(),
  )
})

test('comments of images stand above the Pipeline that runs them', () => {
  const text = 'spec:\n  xaasRequestPipeline: # ours\n    - org/a:v1 # pinned\n'
  expect(fixed(oldFields, text).text).toContain(
    '      configure:\n        # ours\n        # pinned\n        - apiVersion:',
  )
})

test.each([
  ['api: {spec: {version: v1, versions: [{name: v2}]}}', 'versions[0].name is "v2"'],
  ['api: {spec: {version: v1, versions: [{served: true}]}}', 'versions[0] has no name'],
])('%s: which name it has is left to the user', (spec, why) => {
  const text = `spec:\n  ${spec}\n`
  expect(report(oldFields, text).join()).toContain(why)
  expect(fixed(oldFields, text).text).toBe(text)
})

test.each([
  ['xaasCrd: {}\n  api: {a: 1}', 'There is a spec.api too.'],
  ['xaasRequestPipeline: [a b]', 'It is no list of images.'],
  ['xaasRequestPipeline: {}', 'It is no list of images.'],
  ['clusterSelector: [a]', 'It is no map of labels.'],
  ['scheduling: [{target: {matchLabels: {}, other: 1}}]', 'It is no list of targets.'],
  [
    'clusterSelector: {a: b}\n  destinationSelectors: [{}]',
    'There are spec.destinationSelectors too.',
  ],
])('%s is named, and left to the user', (spec, why) => {
  const text = `spec:\n  ${spec}\n`
  expect(report(oldFields, text)).toEqual([expect.stringMatching(why.replaceAll('.', '\\.'))])
  expect(fixed(oldFields, text).text).toBe(text)
})

test('an empty new field beside the old one is no hindrance', () => {
  expect(fixed(oldFields, 'spec:\n  api:\n  xaasCrd: {kind: A}\n')).toEqual({
    text: 'spec:\n  api: {kind: A}\n',
    left: [],
  })
})
