import { expect, test } from 'vitest'
import { containerSecurity } from './container-security'
import { reportContainer } from './testing'

const said = (context: string) =>
  reportContainer(containerSecurity, `securityContext: {${context}}`).map(
    (line) => line.split(':')[0],
  )

test('what the API server takes', () => {
  expect(
    said(
      'runAsUser: 65532, runAsNonRoot: true, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}',
    ),
  ).toEqual([])
  expect(said('privileged: true')).toEqual([])
})

test('what it refuses', () => {
  expect(said('runAsUser: -1')).toEqual(['securityContext.runAsUser'])
  expect(said('procMount: Unmasked')).toEqual(['securityContext.procMount'])
  expect(said('seccompProfile: {type: Localhost}, appArmorProfile: {}')).toEqual([
    'securityContext.seccompProfile.localhostProfile',
    'securityContext.appArmorProfile.type',
  ])
  expect(said('seccompProfile: {type: RuntimeDefault, localhostProfile: a}')).toHaveLength(1)
  expect(said('privileged: true, allowPrivilegeEscalation: false')).toHaveLength(1)
  expect(
    said('capabilities: {add: [CAP_SYS_ADMIN]}, allowPrivilegeEscalation: false'),
  ).toHaveLength(1)
})
