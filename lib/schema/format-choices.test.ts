import { expect, test } from 'vitest'
import { formatChoices, formatNamed } from './format-choices'
import { hasFormat } from './formats'

const any = { kubernetes: undefined, kratix: undefined }

test('every format of a text is one that is judged', () => {
  for (const { name } of formatChoices('string', any)) {
    if (name === 'password') continue
    expect([name, hasFormat(name, '\u0000?')]).not.toEqual([name, true])
  }
})

test('the target limits the choices', () => {
  const names = (kubernetes: number) =>
    formatChoices('string', { ...any, kubernetes }).map(({ name }) => name)
  expect(names(34)).not.toContain('k8s-short-name')
  expect(names(35)).toContain('k8s-short-name')
})

test('dashes do not count in the name of a format', () => {
  expect(formatNamed('string', 'datetime')?.name).toBe('date-time')
  expect(formatNamed('string', 'phone')).toBeUndefined()
  expect(formatNamed('integer', 'int32')?.name).toBe('int32')
  expect(formatNamed('integer', 'email')).toBeUndefined()
})
