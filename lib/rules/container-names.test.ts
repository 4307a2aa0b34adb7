import { expect, test } from 'vitest'
import { containerNames } from './container-names'
import { cured, GOOD, report, spoilt } from './testing'

test('containers have names of their own, not those of Kratix', () => {
  expect(report(containerNames, GOOD)).toEqual([])
  expect(report(containerNames, spoilt(['name: render', 'name: reader']))[0]).toMatch(
    /^error spec\.workflows\.resource\.configure\[0\]\.spec\.containers\[0\]\.name: .*Kratix's own/,
  )
  const deletes = spoilt(['configure:', 'delete:'], ['name: render', 'name: work-writer'])
  expect(report(containerNames, deletes)).toEqual([])
  expect(report(containerNames, spoilt(['name: render', 'name: a_b']))[0]).toContain('"a_b"')
  expect(report(containerNames, `${GOOD}              - {name: render, image: x}\n`)).toEqual([
    'error spec.workflows.resource.configure[0].spec.containers[1].name: The pipeline has two containers named "render".',
  ])
})

test('a name that cannot be has one like it that can', () => {
  for (const name of ['reader', 'a_b', '']) {
    expect(cured(containerNames, spoilt(['name: render', `name: "${name}"`])).left).toEqual([])
  }
  const twice = `${GOOD}              - {name: render, image: x}\n`
  expect(cured(containerNames, twice)).toEqual({
    text: twice.replace('{name: render,', '{name: render-2,'),
    left: [],
  })
})
