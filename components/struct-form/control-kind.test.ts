import { expect, test } from 'vitest'
import { type FormField, formFields, isStruct } from '@/lib/assist/form-fields'
import { type ControlKind, controlKind } from './control-kind'
import { itemStart, WAYS } from './field-table'

const fieldOf = (struct: string, name: string): FormField => {
  const field = formFields(struct).find((one) => one.name === name)
  if (!field) throw new Error(`${struct} has no ${name}`)
  return field
}

test.each<[string, string, unknown, ControlKind]>([
  ['Container', 'imagePullPolicy', 'Always', 'choice'],
  ['Container', 'args', ['a'], 'texts'],
  ['Container', 'args', [1], 'yaml'],
  ['Container', 'env', undefined, 'items'],
  ['Container', 'env', [null], 'yaml'],
  ['Container', 'resources', {}, 'struct'],
  ['ResourceRequirements', 'limits', { cpu: 1 }, 'map'],
  ['JobOptions', 'backoffLimit', 3, 'integer'],
  ['JobOptions', 'backoffLimit', 'three', 'yaml'],
  ['SecurityContext', 'privileged', null, 'boolean'],
  ['EmptyDirVolumeSource', 'sizeLimit', '1Gi', 'quantity'],
  ['PipelineSpec', 'nodeSelector', { disk: true }, 'yaml'],
])('%s.%s holding %j is edited as %s', (struct, name, value, kind) => {
  expect(controlKind(fieldOf(struct, name), value)).toBe(kind)
})

test('every field of a container and of a pipeline has a control of its own, down to the last', () => {
  const seen = new Set<string>()
  const raw: string[] = []
  const look = (struct: string): void => {
    if (seen.has(struct)) return
    seen.add(struct)
    for (const field of formFields(struct)) {
      if (field.hidden) continue
      if (controlKind(field, undefined) === 'yaml') raw.push(`${struct}.${field.name}`)
      const inner = field.type.replace(/^(\[\]|\{\})/, '')
      if (isStruct(inner)) look(inner)
    }
  }
  for (const struct of ['Container', 'PipelineSpec', 'WorkflowsConfig', 'RequiredPromise']) {
    look(struct)
  }
  expect(raw).toEqual([])
})

test('every way to say something names fields that its struct has', () => {
  for (const [struct, { ways }] of Object.entries(WAYS)) {
    for (const { at } of ways) {
      let here = struct
      for (const key of at) here = fieldOf(here, String(key)).type
    }
  }
})

test('a new item takes a name that is free', () => {
  expect(itemStart('EnvVar', [{ name: 'VARIABLE' }])).toEqual({ name: 'VARIABLE_2', value: '' })
  expect(itemStart('Volume', [{ name: 'data' }])).toEqual({ name: 'data-2', emptyDir: {} })
  expect(itemStart('VolumeMount', [{ name: 'a' }], ['a', 'b'])).toEqual({
    name: 'b',
    mountPath: '/b',
  })
})
