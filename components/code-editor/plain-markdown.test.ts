import { expect, it } from 'vitest'
import { plainMarkdown } from './plain-markdown'

it('takes the meaning from every mark', () => {
  expect(plainMarkdown('![x](https://a.b) <b>*c*</b>')).toBe(
    '\\!\\[x\\]\\(https\\:\\/\\/a\\.b\\) \\<b\\>\\*c\\*\\<\\/b\\>',
  )
})

it('keeps words as they are, on one line', () => {
  expect(plainMarkdown('How big\n  it is')).toBe('How big it is')
})
