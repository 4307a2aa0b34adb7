import { applyFileEdits, applyTextEdits, type TextEdit } from '@/lib/promise/command'
import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { documentsOf, type YamlDocument } from '@/lib/yaml/document'
import type { Edited } from '@/lib/yaml/edit'
import { promiseContent } from './assemble'
import { distribute } from './distribute'

/** A repository of texts. */
export function repository(texts: Readonly<Record<string, string>>): Files {
  return new Map(Object.entries(texts).map(([path, text]) => [path, FileContent.fromText(text)]))
}

/** What `kratix init promise redis --group … --kind Redis --split` writes, down to its blank line. */
export const INIT_SPLIT: Readonly<Record<string, string>> = {
  'api.yaml': `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: redis.marketplace.kratix.io
spec:
  group: marketplace.kratix.io
  names:
    kind: Redis
    plural: redis
    singular: redis
  scope: Namespaced
  versions:
    - name: v1alpha1
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              default: {}
              type: object
${' '.repeat(14)}
      served: true
      storage: true
`,
  'dependencies.yaml': '',
  'example-resource.yaml': `apiVersion: marketplace.kratix.io/v1alpha1
kind: Redis
metadata:
  name: example-redis-service
`,
  'README.md': '# Promise Template\n',
}

/** The same after `kratix add container resource/configure/instance` and `update dependencies`. */
export const GROWN_SPLIT: Readonly<Record<string, string>> = {
  ...INIT_SPLIT,
  'dependencies.yaml': `- apiVersion: v1
  kind: Namespace
  metadata:
    name: redis
    namespace: default
- apiVersion: v1
  data:
    note: |
      two lines

      and a blank one
  kind: ConfigMap
  metadata:
    name: settings
    namespace: default
`,
  'workflows/resource/configure/workflow.yaml': `- apiVersion: platform.kratix.io/v1alpha1
  kind: Pipeline
  metadata:
    name: instance
  spec:
    containers:
    - image: registry.example.com/team/redis:v1.0.0
      name: team-redis
`,
  'workflows/resource/configure/instance/team-redis/Dockerfile': 'FROM "alpine"\n',
  'workflows/resource/configure/instance/team-redis/scripts/pipeline.sh': '#!/usr/bin/env sh\n',
}

/** A `promise.yaml` for what the parts have no place for. */
export const HEAD = `# Ours.
apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
  labels:
    kratix.io/promise-version: v0.1.0
spec:
  # Where it goes.
  destinationSelectors:
    - matchLabels:
        environment: dev
  dependencies: [] # in dependencies.yaml
  workflows:
    config:
      pipelineNamespace: platform
`

/** The Promise of a repository as a document. */
export function promiseOf(files: Files): YamlDocument {
  const content = promiseContent(files)
  const [document] = content ? documentsOf(content) : []
  if (!document) throw new Error('there is no Promise')
  return document
}

/** The repository after an edit of its Promise. */
export function edit(files: Files, change: (document: YamlDocument) => Edited): Files {
  const made = change(promiseOf(files))
  if (!made.ok) throw new Error(made.reason)
  return editText(files, made.edits)
}

/** The repository after text edits of its Promise. @throws Error when the parts cannot hold them. */
export function editText(files: Files, edits: readonly TextEdit[]): Files {
  const steps = distribute(files, [{ kind: 'text', path: PROMISE_FILE, edits }])
  if (!steps) {
    throw new Error(`no place for:\n${applyTextEdits(promiseOf(files).text, edits)}`)
  }
  return applyFileEdits(files, steps)
}

/** The paths whose bytes differ. */
export function changed(before: Files, after: Files): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => {
    const [a, b] = [before.get(path), after.get(path)]
    return !a || !b || !a.equals(b)
  })
}
