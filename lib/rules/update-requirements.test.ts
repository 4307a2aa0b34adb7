import { expect, test } from 'vitest'
import { reportUpdate, spoilt } from './testing'
import { updateRequirements } from './update-requirements'

test('a Promise that is required now', () => {
  const requires = (...names: string[]) =>
    spoilt([
      '  workflows:\n',
      `  requiredPromises: [${names.map((name) => `{name: ${name}}`).join()}]\n  workflows:\n`,
    ])
  expect(reportUpdate(updateRequirements, requires('a'), requires('a'))).toEqual([])
  expect(reportUpdate(updateRequirements, requires('a'), requires('b', 'a'))).toEqual([
    'info spec.requiredPromises[0]: The Promise "b" is required now: an installed Promise is unavailable until that is installed, too.',
  ])
})
