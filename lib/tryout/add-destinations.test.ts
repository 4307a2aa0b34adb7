import { expect, test } from 'vitest'
import { addDestinations } from './add-destinations'
import { SELECTORS_FILE } from './metadata-files'
import { Volume } from './volume'

const added = [{ directory: '', matchLabels: { environment: 'prod', odd: '1e3' } }]

function volume(text?: string): Volume {
  const made = new Volume()
  if (text !== undefined) made.write(SELECTORS_FILE, text)
  return made
}

test('destinations are written, and come together with those of an earlier container', () => {
  const empty = volume()
  expect(addDestinations(empty, added)).toBeUndefined()
  expect(empty.text(SELECTORS_FILE)).toContain('odd: "1e3"')
  const earlier = volume('- matchLabels: {zone: a, environment: dev}\n')
  expect(addDestinations(earlier, added)).toBeUndefined()
  expect(earlier.text(SELECTORS_FILE)).toBe(
    '- directory: ""\n  matchLabels:\n    zone: a\n    environment: prod\n    odd: "1e3"\n',
  )
})

test('none leave alone what is there, and what cannot be read is told', () => {
  const earlier = volume('a: b\n')
  expect(addDestinations(earlier, [])).toBeUndefined()
  expect(addDestinations(earlier, added)).toContain('a list must stand')
  expect(earlier.text(SELECTORS_FILE)).toBe('a: b\n')
})
