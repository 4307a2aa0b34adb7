import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiFromCrd } from '@/lib/commands/api-from-crd'
import { newPromise } from '@/lib/commands/create-promise'
import { runCommand } from '@/lib/promise/command'
import {
  type CrdField,
  crdFields,
  flatNames,
  offerField,
  readCrds,
  specSchema,
} from '@/lib/schema/crd'
import { parseYaml } from '@/lib/yaml/document'
import { TOOLCHAINS } from './toolchains'
import { tryPrograms } from './try-programs'

/** The operator of the story, whose replicas people may set. */
const FILE = join(
  import.meta.dirname,
  '../fixtures/redis-dependencies/databases.spotahome.com_redisfailovers.yaml',
)
const PATHS = [
  ['redis', 'replicas'],
  ['sentinel', 'replicas'],
  ['redis', 'image'],
]

const [crd] = readCrds(parseYaml(readFileSync(FILE, 'utf8')).map((document) => document.value()))
const [version] = crd?.versions ?? []
if (!crd || !version) throw new Error('the fixture holds no CRD')
const names = flatNames(PATHS)
const all = flatten(crdFields(version.schema))
const fields = PATHS.map((path, i) => {
  const field = all.find((one) => one.path.join('.') === path.join('.'))
  if (!field) throw new Error(`no field ${path.join('.')}`)
  return offerField(specSchema(version.schema) ?? {}, field, [names[i] ?? ''])
})
const files = runCommand(
  newPromise({ name: 'redis', group: 'mygroup.org', kind: 'Redis' }),
  apiFromCrd({ crd, version, fields }, 'go', 'replace'),
)

tryPrograms('an offered custom resource', files, TOOLCHAINS.go, [
  { key: 'resource/configure/instance/render' },
])

function flatten(list: readonly CrdField[]): readonly CrdField[] {
  return list.flatMap((field) => [field, ...flatten(field.children)])
}
