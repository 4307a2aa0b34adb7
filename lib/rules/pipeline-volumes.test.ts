import { expect, test } from 'vitest'
import { pipelineVolumes } from './pipeline-volumes'
import { reportPipeline } from './testing'

const said = (volumes: string) => reportPipeline(pipelineVolumes, `volumes: [${volumes}]`)

test('volumes have names of their own and one source', () => {
  expect(said('{name: a, emptyDir: {}}, {name: b, secret: {secretName: s}}')).toEqual([])
  expect(said('{name: a, emptyDir: {}}, {name: a, emptyDir: {}}')).toEqual([
    'volumes[1].name: The name of the volume "a" is there twice.',
  ])
  expect(said('{name: shared-input, emptyDir: {}}')).toEqual([
    'volumes[0].name: The name of the volume "shared-input" is one of Kratix.',
  ])
  expect(
    said('{name: a}, {emptyDir: {}}, {name: c, emptyDir: {}, secret: {secretName: s}}'),
  ).toHaveLength(3)
})

test('a source says what it needs', () => {
  expect(
    said('{name: a, configMap: {}}, {name: b, secret: {}}, {name: c, persistentVolumeClaim: {}}'),
  ).toHaveLength(3)
  expect(
    said('{name: a, configMap: {name: c, defaultMode: 512, items: [{path: ../x}]}}').map(
      (line) => line.split(':')[0],
    ),
  ).toEqual([
    'volumes[0].configMap.defaultMode',
    'volumes[0].configMap.items[0].key',
    'volumes[0].configMap.items[0].path',
  ])
  expect(said('{name: a, hostPath: {path: /x/../y, type: Fil}}')).toHaveLength(2)
})

test('the sources of a projected volume share its files', () => {
  const source = (kind: string) => `{${kind}: {name: x, items: [{key: k, path: p}]}}`
  expect(said(`{name: a, projected: {sources: [${source('secret')}]}}`)).toEqual([])
  expect(
    said(`{name: a, projected: {sources: [${source('secret')}, ${source('configMap')}]}}`)[0],
  ).toContain('twice')
  expect(
    said(
      '{name: a, projected: {sources: [{serviceAccountToken: {path: t, expirationSeconds: 5}}, {downwardAPI: {items: [{path: p}]}}]}}',
    ),
  ).toHaveLength(2)
})
