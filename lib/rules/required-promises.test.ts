import { expect, test } from 'vitest'
import { requiredPromises } from './required-promises'
import { report, spoilt } from './testing'

const said = (list: string) =>
  report(
    requiredPromises,
    spoilt(['  destinationSelectors:', `  requiredPromises: ${list}\n  destinationSelectors:`]),
  )

test('what is required has a name, is another Promise, and is said once', () => {
  expect(said('[{name: kafka, version: v1.0.0}, {name: redis-operator}]')).toEqual([])
  expect(
    said('[{version: v1}, {name: redis}, {name: a}, {name: a}, {name: a, version: b}]'),
  ).toEqual([
    'warning spec.requiredPromises[0].name: The name of a required Promise is missing.',
    'warning spec.requiredPromises[1].name: The Promise requires itself: it would wait for ever until it is available.',
    'warning spec.requiredPromises[3].name: The Promise "a" is required twice.',
    'warning spec.requiredPromises[4].name: The Promise "a" is required at two versions.',
  ])
})
