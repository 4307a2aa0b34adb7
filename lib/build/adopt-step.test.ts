import { expect, test } from 'vitest'
import { adoptable, adoptStep } from '@/lib/commands/adopt-step'
import { readSettings } from '@/lib/commands/settings'
import { stepsOf } from '@/lib/commands/steps'
import { runCommand } from '@/lib/promise/command'
import { type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { readPromise } from '@/lib/promise/read'
import { documentsOf } from '@/lib/yaml/document'
import { build } from './build'
import { filesOf } from './testing'

const KEY = 'resource/configure/instance/render'
const FOLDER = `workflows/${KEY}/`
const DEPS = 'promise/configure/dependencies/configure-deps'

// As `kratix init promise`, `add container` and `update dependencies --image` write them.
const PROMISE = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
  labels:
    kratix.io/promise-version: v0.0.1
spec:
  workflows:
    promise:
      configure:
      - apiVersion: platform.kratix.io/v1alpha1
        kind: Pipeline
        metadata: {name: dependencies}
        spec:
          containers:
          - {image: acme/deps:v0.1.0, name: configure-deps}
    resource:
      configure:
      - apiVersion: platform.kratix.io/v1alpha1
        kind: Pipeline
        metadata: {name: instance}
        spec:
          containers:
          - {image: acme/render:v0.1.0, name: render}
`
const GO_DOCKERFILE = `FROM golang:latest
WORKDIR /scripts
COPY scripts/go.mod scripts/go.sum scripts/pipeline.go ./
RUN go mod download
`
const SH_DOCKERFILE = `FROM "alpine"
RUN apk update && apk add --no-cache yq
ADD scripts/pipeline.sh /usr/bin/pipeline.sh
ADD resources resources
`

function repository(own: Readonly<Record<string, string>>): Files {
  return filesOf({
    [PROMISE_FILE]: PROMISE,
    'README.md': '# Theirs\n',
    Makefile: 'all:\n',
    ...own,
  })
}

function settingsFor(files: Files, key: string): unknown {
  const content = files.get(PROMISE_FILE)
  const value = content && documentsOf(content)[0]?.value()
  const steps = stepsOf(readPromise(value), readSettings(files).settings)
  const step = steps.find((one) => one.key === key)
  return step && adoptable(files, step)
}

test.each([
  ['scripts/pipeline.go', '', { kind: 'custom', language: 'go' }],
  ['scripts/pipeline.py', '', { kind: 'custom', language: 'python' }],
  ['scripts/pipeline.ts', '', { kind: 'custom', language: 'typescript' }],
  ['scripts/pipeline.sh', 'cp /resources/* /kratix/output\n', { kind: 'custom', language: 'bash' }],
  [
    'Dockerfile',
    'FROM docker.io/library/golang:1.25 AS build\n',
    { kind: 'custom', language: 'go' },
  ],
  ['Dockerfile', 'FROM --platform=x node:22\n', { kind: 'custom', language: 'typescript' }],
  ['Dockerfile', 'FROM busybox\n', { kind: 'custom', language: 'bash' }],
  ['notes.md', '', undefined],
])('a folder with %s (%j) would be %j', (path, text, settings) => {
  expect(settingsFor(repository({ [FOLDER + path]: text }), KEY)).toEqual(settings)
})

test('a script that only copies manifests is a dependencies step', () => {
  const script = '#!/usr/bin/env sh\n\n# all\ncp /resources/* /kratix/output\n'
  const files = repository({ [`workflows/${DEPS}/scripts/pipeline.sh`]: script })
  expect(settingsFor(files, DEPS)).toEqual({ kind: 'dependencies' })
  const more = repository({ [`workflows/${DEPS}/scripts/pipeline.sh`]: `${script}rm -rf x\n` })
  expect(settingsFor(more, DEPS)).toEqual({ kind: 'custom', language: 'bash' })
})

test('adopting keeps every file of theirs, and adds only what their Dockerfile names', () => {
  const before = repository({
    [`${FOLDER}Dockerfile`]: GO_DOCKERFILE,
    [`${FOLDER}scripts/pipeline.go`]: 'package main\n',
    [`workflows/${DEPS}/Dockerfile`]: SH_DOCKERFILE,
    [`workflows/${DEPS}/scripts/pipeline.sh`]: 'cp /resources/* /kratix/output\n',
    [`workflows/${DEPS}/resources/a.yaml`]: 'a: 1\n',
  })
  const after = runCommand(runCommand(before, adoptStep(KEY)), adoptStep(DEPS))
  const built = build(after).files
  for (const [path, content] of before) {
    expect(built.get(path)?.content, path).toBe(content)
    expect(built.get(path)?.origin, path).toBe('authored')
  }
  const added = [...built.keys()].filter(
    (path) => path.startsWith('workflows/') && !before.has(path),
  )
  expect(added).toEqual([
    `workflows/${DEPS}/tests/object.yaml`,
    `${FOLDER}resources/.gitkeep`,
    `${FOLDER}scripts/go.mod`,
    `${FOLDER}scripts/go.sum`,
  ])
  expect(after.get(SETTINGS_FILE)?.text).toContain(KEY)
})

test('a program without a Dockerfile gets the one of its language, with all that it needs', () => {
  const before = repository({ [`${FOLDER}scripts/pipeline.py`]: 'print()\n' })
  const built = build(runCommand(before, adoptStep(KEY))).files
  const paths = [...built.keys()].filter((path) => path.startsWith(FOLDER))
  expect(paths).toContain(`${FOLDER}Dockerfile`)
  expect(paths).toContain(`${FOLDER}scripts/requirements.txt`)
  expect(built.get(`${FOLDER}scripts/pipeline.py`)?.content.text).toBe('print()\n')
})

test('a step with settings, without files, or gone is refused', () => {
  const files = repository({ [`${FOLDER}Dockerfile`]: 'FROM busybox\n' })
  const adopted = runCommand(files, adoptStep(KEY))
  for (const [now, key, reason] of [
    [adopted, KEY, 'settings already'],
    [files, DEPS, 'neither a program nor a Dockerfile'],
    [files, 'resource/configure/a/b', 'no step'],
  ] as const) {
    const outcome = adoptStep(key).run(now)
    expect(outcome.kind === 'refused' && outcome.reason).toContain(reason)
  }
})
