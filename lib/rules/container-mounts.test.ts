import { expect, test } from 'vitest'
import { containerMounts } from './container-mounts'
import { reportContainer } from './testing'

const VOLUMES = 'volumes: [{name: config, configMap: {name: c}}]'
const said = (mount: string) =>
  reportContainer(containerMounts, `volumeMounts: [${mount}]`, VOLUMES)

test('a mount is of a volume that is there', () => {
  expect(said('{name: config, mountPath: /c}, {name: shared-input, mountPath: /i}')).toEqual([])
  expect(said('{name: ghost, mountPath: /c}')).toEqual([
    'volumeMounts[0].name: Not found: "ghost" is no volume of the pipeline.',
  ])
})

test('a path is there once, and not one of Kratix', () => {
  expect(said('{name: config, mountPath: /kratix/output}')).toEqual([
    'volumeMounts[0].mountPath: The mountPath "/kratix/output" must be unique: Kratix mounts its own volume there.',
  ])
  expect(said('{name: config, mountPath: /c}, {name: config, mountPath: /c}')).toHaveLength(1)
  expect(said('{name: config}')).toHaveLength(1)
})

test('parts of volumes and modes', () => {
  expect(said('{name: config, mountPath: /c, subPath: ../a}')).toHaveLength(1)
  expect(said('{name: config, mountPath: /c, subPath: a, subPathExpr: b}')).toHaveLength(1)
  expect(said('{name: config, mountPath: /c, mountPropagation: Bidirectional}')).toHaveLength(1)
  expect(said('{name: config, mountPath: /c, recursiveReadOnly: Enabled}')).toHaveLength(1)
  expect(said('{name: config, mountPath: /c, readOnly: true, recursiveReadOnly: Enabled}')).toEqual(
    [],
  )
})
