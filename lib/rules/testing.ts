import { filesOf, type Texts } from '@/lib/commands/testing'
import { promiseWith } from '@/lib/commands/testing-schema'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { runCommand } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { displayPath } from '@/lib/promise/path'
import { checkPromise } from './check'
import type { Rule } from './rule'

/** A Promise without a fault; tests spoil it by `with`. */
export const GOOD = `apiVersion: platform.kratix.io/v1alpha1
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
      scope: Namespaced
      names:
        kind: Redis
        plural: redises
        singular: redis
      versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              required: [spec]
              properties:
                spec:
                  type: object
                  properties:
                    size: {type: string, enum: [small, large], default: small}
  destinationSelectors:
    - matchLabels:
        environment: dev
  dependencies:
    - {apiVersion: v1, kind: Namespace, metadata: {name: redis}}
  workflows:
    resource:
      configure:
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata:
            name: instance
          spec:
            containers:
              - name: render
                image: ghcr.io/acme/redis-render:v0.1.0
`

/** {@link GOOD} with each text replaced by another; each must be there. */
export function spoilt(...replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`there is no ${JSON.stringify(from)}`)
    return text.replace(from, () => to)
  }, GOOD)
}

/** What `rule` finds in a `promise.yaml` (or in a repository). */
export function findings(rule: Rule, texts: string | Texts): Diagnostic[] {
  const all = typeof texts === 'string' ? { [PROMISE_FILE]: texts } : texts
  return checkPromise(filesOf(all), [rule])
}

/** Each finding as one line: `error spec.api.spec.group: The group …`. */
export function report(rule: Rule, texts: string | Texts): string[] {
  return findings(rule, texts).map(
    ({ severity, place, message }) => `${severity} ${displayPath(place.path)}: ${message}`,
  )
}

/** The same for a schema, with places below it. */
export function reportSchema(rule: Rule, schema: string): string[] {
  return findings(rule, promiseWith(schema)).map(
    ({ severity, place, message }) => `${severity} ${displayPath(place.path.slice(7))}: ${message}`,
  )
}

/** `promise.yaml` after every fix, and what the rule says then (nothing, if they are certain). */
export function fixed(rule: Rule, text: string): { text: string; left: string[] } {
  let now = text
  for (const { message } of findings(rule, text)) {
    const fix = findings(rule, now).find((one) => one.message === message)?.fix
    if (fix) now = runCommand(filesOf({ [PROMISE_FILE]: now }), fix).get(PROMISE_FILE)?.text ?? ''
  }
  return { text: now, left: report(rule, now) }
}

/** What the rule says after the first suggestion of each of its findings: nothing, if they cure. */
export function cured(rule: Rule, text: string): { text: string; left: string[] } {
  let now = text
  for (const _ of findings(rule, text)) {
    const cure = findings(rule, now)[0]?.suggestions?.[0]
    if (cure) now = runCommand(filesOf({ [PROMISE_FILE]: now }), cure).get(PROMISE_FILE)?.text ?? ''
  }
  return { text: now, left: report(rule, now) }
}

/** What `rule` says of `now` where `before` is installed, with the cures that it suggests. */
export function updateFindings(rule: Rule, before: string, now: string): Diagnostic[] {
  return checkPromise(filesOf({ [PROMISE_FILE]: now }), [rule], {
    files: filesOf({ [PROMISE_FILE]: before }),
  })
}

/** The same as lines: `severity place: message`. */
export function reportUpdate(rule: Rule, before: string, now: string): string[] {
  return updateFindings(rule, before, now).map(
    ({ severity, place, message }) => `${severity} ${displayPath(place.path)}: ${message}`,
  )
}

/** As {@link reportUpdate} for two schemas of `spec`, with places below it and no prefix. */
export function reportSchemaUpdate(rule: Rule, before: string, now: string): string[] {
  return updateFindings(rule, specOf(before), specOf(now)).map(
    ({ place, message }) =>
      `${displayPath(place.path.slice(9))}: ${message.slice(message.indexOf(': ') + 2)}`,
  )
}

/** {@link GOOD} with another schema of `spec`, in flow style. */
function specOf(schema: string): string {
  const spec = /spec:\n +type: object\n +properties:\n +size: .*\n/.exec(GOOD)?.[0] ?? ''
  return spoilt([spec, `spec: ${schema}\n`])
}

/** What is left after the first suggestion of each finding: nothing, if they cure. */
export function afterSuggestions(rule: Rule, before: string, now: string): string[] {
  let text = now
  for (const _ of updateFindings(rule, before, now)) {
    const cure = updateFindings(rule, before, text)[0]?.suggestions?.[0]
    if (cure) {
      text = runCommand(filesOf({ [PROMISE_FILE]: text }), cure).get(PROMISE_FILE)?.text ?? ''
    }
  }
  return reportUpdate(rule, before, text)
}

/** What `rule` says of a container with more fields, in flow style; places count from it. */
export function reportContainer(rule: Rule, fields: string, spec = ''): string[] {
  const image = '                image: ghcr.io/acme/redis-render:v0.1.0\n'
  const containers = '            containers:\n'
  const more = fields === '' ? '' : `                ${fields}\n`
  return findings(
    rule,
    spoilt(
      [image, image + more],
      [containers, (spec === '' ? '' : `            ${spec}\n`) + containers],
    ),
  ).map(({ place, message }) => `${displayPath(place.path.slice(8))}: ${message}`)
}

/** The same of a pipeline with more in its `spec`. */
export function reportPipeline(rule: Rule, spec: string): string[] {
  const containers = '            containers:\n'
  return findings(rule, spoilt([containers, `            ${spec}\n${containers}`])).map(
    ({ place, message }) => `${displayPath(place.path.slice(6))}: ${message}`,
  )
}
