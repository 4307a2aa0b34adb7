import type { StepContext } from '@/lib/scaffolds/scaffold'
import { starterOutput } from '@/lib/scaffolds/starter'
import type { StepCase } from './case-files'

/** Strings that would end a quotation, a comment or a line somewhere. For tests. */
export const HOSTILE = 'a: {b\n${x} "; rm -rf / $(id) */ \\ \' ` """ <!-- \u2028 \0'

/** A starting point with what it must do; the same for every language. */
export interface Starter {
  readonly title: string
  readonly step: StepContext
  readonly object: Readonly<Record<string, unknown>>
  readonly stepCase: StepCase
  /** Where a failure is published. */
  readonly statusPath: string
}

const schema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      default: {},
      required: ['team'],
      properties: {
        size: { type: 'string', enum: ['small', 'large'], default: 'small', description: HOSTILE },
        team: { type: 'string', description: 'coding: nothing' },
        'a-b.c': { type: 'string', nullable: true },
        class: { type: 'string' },
        __proto__: { type: 'string' },
        [HOSTILE]: { type: 'string', enum: [HOSTILE] },
        ratio: { type: 'number', enum: [0.5] },
        nested: {
          type: 'object',
          properties: {
            lambda: { type: 'array', items: { type: 'object', properties: { 'x-y': {} } } },
            map: { type: 'object', additionalProperties: { type: 'integer' } },
          },
        },
      },
    },
  },
}

const base: StepContext = {
  key: 'resource/configure/instance/own-words',
  type: 'resource',
  action: 'configure',
  pipeline: 'instance',
  container: 'own-words',
  image: 'registry.example/own-words:v0.1.0',
  promise: 'redis',
  api: { group: 'mygroup.org', version: 'v1alpha1', kind: 'Redis', plural: 'redises', schema },
}

const spec = {
  size: 'large',
  team: 'line one\nyes: "1e3" $(id) \\ \u2028 \'\n\n',
  'a-b.c': null,
  class: '010',
}
const request = {
  apiVersion: 'mygroup.org/v1alpha1',
  kind: 'Redis',
  metadata: { name: 'example', namespace: 'team-a' },
  spec,
}
const promise = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'redis' },
  spec: {},
}

function starter(title: string, changes: Partial<StepContext>): Starter {
  const step = { ...base, ...changes }
  const isPromise = step.type === 'promise'
  const object = isPromise ? promise : request
  const output =
    step.action === 'delete'
      ? undefined
      : starterOutput(
          step,
          isPromise ? PROMISE_INPUT : { name: 'example', namespace: 'team-a', spec },
        )
  return {
    title,
    step,
    object,
    stepCase: {
      object,
      files: output ? [{ path: output.path, documents: [output.document] }] : [],
      status: output?.status,
    },
    statusPath: isPromise
      ? '/apis/platform.kratix.io/v1alpha1/promises/redis/status'
      : '/apis/mygroup.org/v1alpha1/namespaces/team-a/redises/example/status',
  }
}

const PROMISE_INPUT = { name: 'redis', namespace: '', spec: {} }

export const STARTERS = [
  starter('a request', {}),
  starter('a request of a Promise without an API, of hostile names', {
    api: undefined,
    promise: 'coding: x',
    container: `x${'y'.repeat(60)}`,
  }),
  // A shell cannot hold a NUL.
  starter('a Promise of hostile names', { type: 'promise', promise: HOSTILE.replace('\0', '') }),
  starter('a request that goes', { action: 'delete' }),
  starter('a Promise that goes', { type: 'promise', action: 'delete', container: HOSTILE }),
] as const satisfies readonly [Starter, ...Starter[]]
