import { expect, test } from 'vitest'
import { reportSchemaUpdate } from './testing'
import { updateRequired } from './update-required'

test('what is required now, with no default, stored requests may lack', () => {
  const with_ = (required: string, more = '') =>
    `{type: object, required: [${required}], properties: {a: {type: string${more}}, b: {type: string}}}`
  expect(reportSchemaUpdate(updateRequired, with_('b'), with_('b'))).toEqual([])
  expect(reportSchemaUpdate(updateRequired, with_('b'), with_('b, a'))).toEqual([
    'required[1]: spec.a is required now and has no default, so requests without it are invalid.',
  ])
  expect(reportSchemaUpdate(updateRequired, with_('b'), with_('a', ', default: x'))).toEqual([])
})
