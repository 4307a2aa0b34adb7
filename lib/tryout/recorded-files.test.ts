import { expect, test } from 'vitest'
import { placeOfRecorded } from './recorded-files'

test.each([
  ['a.yaml', 'output', 'a.yaml'],
  ['status.yaml', 'metadata', 'status.yaml'],
  ['workflow-control.yaml', 'metadata', 'workflow-control.yaml'],
  ['kratix/output/deep/a.yaml', 'output', 'deep/a.yaml'],
  ['case/expected-output/status.yaml', 'output', 'status.yaml'],
  ['case/expected-metadata/own.txt', 'metadata', 'own.txt'],
  ['folder/deep/a.yaml', 'output', 'deep/a.yaml'],
  ['C:\\tmp\\output\\a.yaml', 'output', 'a.yaml'],
  ['output', 'output', 'output'],
])('%s belongs to %s as %s', (path, volume, below) => {
  expect(placeOfRecorded(path)).toEqual({ volume, path: below })
})

test.each(['case/object.yaml', 'expected-output/.gitkeep', '', '../a.yaml'])(
  '%j is nothing that a step wrote',
  (path) => {
    expect(placeOfRecorded(path)).toBeUndefined()
  },
)
