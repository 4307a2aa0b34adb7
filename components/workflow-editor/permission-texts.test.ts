import { expect, test } from 'vitest'
import { permissionNeed } from './permission-texts'

test('steps that only write files need no permission; of a program only its author knows', () => {
  const render = { kind: 'render', name: 'render' } as const
  const program = { kind: 'custom', name: 'notify' } as const
  expect(permissionNeed('resource', [render])).toMatchObject({ spare: true })
  const need = permissionNeed('resource', [render, program])
  expect(need.spare).toBe(false)
  expect(need.needs).toContain('notify')
  expect(need.needs).not.toContain('render')
  expect(permissionNeed('promise', []).has).toContain('Promises')
})
