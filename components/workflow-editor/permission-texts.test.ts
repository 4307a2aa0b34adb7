import { expect, test } from 'vitest'
import { permissionNeed } from './permission-texts'

test('steps that only write files need no permission; of a program only its author knows', () => {
  const render = { asGenerated: true, name: 'render' }
  const program = { asGenerated: false, name: 'notify' }
  expect(permissionNeed('resource', [render])).toMatchObject({ spare: true })
  const need = permissionNeed('resource', [render, program])
  expect(need.spare).toBe(false)
  expect(need.needs).toContain('notify')
  expect(need.needs).not.toContain('render')
  expect(permissionNeed('promise', []).has).toContain('Promises')
})

test('of a pipeline without steps nothing is known, so its permissions are not called spare', () => {
  expect(permissionNeed('resource', [])).toMatchObject({
    needs: 'It has no steps yet.',
    spare: false,
  })
})
