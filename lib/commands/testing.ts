import { applyFileEdits, type Command, type Outcome } from '@/lib/promise/command'
import { FileContent, type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'

/** A repository as texts by path, for tests. */
export type Texts = Readonly<Record<string, string>>

export function filesOf(texts: Texts): Files {
  return new Map(Object.entries(texts).map(([path, text]) => [path, FileContent.fromText(text)]))
}

export function textsOf(files: Files): Texts {
  return Object.fromEntries(
    [...files]
      .map(([path, content]): [string, string] => [path, content.text ?? '(binary)'])
      .sort(),
  )
}

/** The texts after `command`, which must change something. */
export function after(texts: Texts, command: Command): Texts {
  const files = filesOf(texts)
  return textsOf(applyFileEdits(files, changeOf(command.run(files)).edits))
}

/** The texts after one command after the other. */
export function afterAll(texts: Texts, ...commands: readonly Command[]): Texts {
  return commands.reduce(after, texts)
}

/** Why the command is refused, which it must be. */
export function refusal(texts: Texts, command: Command): string {
  const outcome = command.run(filesOf(texts))
  if (outcome.kind !== 'refused') throw new Error(`${command.label} was not refused`)
  return outcome.reason
}

function changeOf(outcome: Outcome): Extract<Outcome, { kind: 'change' }> {
  if (outcome.kind === 'change') return outcome
  throw new Error(outcome.kind === 'refused' ? outcome.reason : 'nothing was changed')
}

/** Redis with one pipeline and one `render` step. */
export const redis: Texts = {
  [PROMISE_FILE]: `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
  labels:
    kratix.io/promise-version: v0.1.0
spec:
  api:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: redises.mygroup.org
    spec:
      group: mygroup.org
      names:
        kind: Redis
        plural: redises
        singular: redis
      scope: Namespaced
      versions:
        - name: v1alpha1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  properties:
                    size:
                      type: string
                      enum: [small, large]
                      default: small
                    tls:
                      type: object
                      properties:
                        enabled:
                          type: boolean
  workflows:
    resource:
      configure:
        # one instance
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata:
            name: instance
          spec:
            containers:
              # the manifests
              - name: render
                image: ghcr.io/team/redis-render:v0.1.0 # ours
              - name: notify
                image: ghcr.io/team/notify:1.0
`,
  [SETTINGS_FILE]: `version: 1
images:
  registry: ghcr.io/team
steps:
  # the heart
  resource/configure/instance/render:
    kind: render
    language: go
    values:
      name: # of the request
        from: request.name
      replicas:
        from: spec.size
        map:
          - when: small
            give: 1
          - when: large
            give: 3
    status:
      success:
        stage: provisioning
        message: "\${name} has \${replicas} replicas, $\${replicas}"
      failure:
        stage: provisioning error
`,
  'workflows/resource/configure/instance/render/resources/failover.yaml': `# \${replicas} below
name: \${name}
replicas: "\${replicas}"
text: $\${replicas}
`,
  'workflows/resource/configure/instance/render/Dockerfile': 'FROM mine\n',
  '.promise-designer/base/workflows/resource/configure/instance/render/Dockerfile': 'FROM base\n',
}

export const RENDER = 'resource/configure/instance/render'
export const RENDER_REF = { type: 'resource', action: 'configure', pipeline: 0, step: 0 } as const
export const NOTIFY_REF = { ...RENDER_REF, step: 1 } as const
