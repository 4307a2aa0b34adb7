import { filesOf, redisPromise, type Step } from '@/lib/build/testing'
import { type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import type { StepKey } from '@/lib/promise/workflows'
import { printYaml } from '@/lib/yaml/edit'
import { run } from './run'
import {
  type Destination,
  inputKey,
  type RecordedOutput,
  type Run,
  type Surroundings,
} from './types'

/** A request of the Redis Promise. */
export const request = (spec: unknown = { size: 'small' }, more: object = {}) => ({
  apiVersion: 'mygroup.org/v1alpha1',
  kind: 'Redis',
  metadata: { name: 'cache', namespace: 'team-a' },
  spec,
  ...more,
})

/** A Promise whose steps are all images of others: what they write is recorded. */
export function foreignFiles(
  steps: readonly Omit<Step, 'settings'>[],
  change: (promise: Record<string, unknown>) => void = () => undefined,
): Files {
  const promise = structuredClone(redisPromise(steps)) as Record<string, unknown>
  change(promise)
  return filesOf({
    [PROMISE_FILE]: printYaml(promise),
    [SETTINGS_FILE]: 'version: 1\nsteps: {}\n',
  })
}

export const configure = (pipeline: string, container: string) => ({
  ...{ type: 'resource', action: 'configure' },
  ...{ pipeline, container },
})

/** What a step has written; texts by their path in the volume. */
export const wrote = (
  output: Readonly<Record<string, string>>,
  metadata: Readonly<Record<string, string>> = {},
  object: unknown = undefined,
): RecordedOutput => ({ output, metadata, input: inputKey(object) })

export const destination = (
  name: string,
  labels: Readonly<Record<string, string>> = {},
  more: Partial<Destination> = {},
): Destination => ({ name, labels, strictMatchLabels: false, mode: 'nestedByMetadata', ...more })

export const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  workflow: { type: 'resource', action: 'configure' },
  destinations: [destination('worker', { environment: 'dev' })],
  recorded: {},
  ...more,
})

/** A run of one pipeline `one` with a container `a` that wrote this. */
export function runOne(
  output: Readonly<Record<string, string>>,
  metadata: Readonly<Record<string, string>> = {},
  more: Partial<Surroundings> & { readonly object?: unknown } = {},
): Run {
  const key: StepKey = 'resource/configure/one/a'
  const { object = request(), ...rest } = more
  const recorded = { [key]: wrote(output, metadata), ...more.recorded }
  return run(foreignFiles([configure('one', 'a')]), object, around({ ...rest, recorded }), () => 0)
}

/** Conditions of a status as `type=status/reason`. */
export function conditionsOf({ status }: Run): readonly string[] {
  const list = status.conditions as { type: string; status: string; reason: string }[] | undefined
  return (list ?? []).map((one) => `${one.type}=${one.status}/${one.reason}`)
}
