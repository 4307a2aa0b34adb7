import { expect, test } from 'vitest'
import { pipelineAccount } from './pipeline-account'
import { reportPipeline } from './testing'

const said = (rbac: string) => reportPipeline(pipelineAccount, `rbac: {${rbac}}`)

test('an account has a name, and a permission says what and on what', () => {
  expect(
    said(
      'serviceAccount: builder, permissions: [{apiGroups: [""], resources: [pods], verbs: [get]}, {nonResourceURLs: [/x], verbs: [get]}]',
    ),
  ).toEqual([])
  expect(said('serviceAccount: A b')[0]).toMatch(/^rbac\.serviceAccount: The service account "A b"/)
  expect(
    said('permissions: [{verbs: [get]}, {apiGroups: [""], resources: [pods]}]').map(
      (line) => line.split(':')[0],
    ),
  ).toEqual(['rbac.permissions[0]', 'rbac.permissions[1]'])
})
