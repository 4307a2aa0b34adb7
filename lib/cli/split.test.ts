import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GROWN_SPLIT } from '@/lib/layout/testing'
import { commandLine } from './testing'

const WORKFLOW = 'workflows/resource/configure/workflow.yaml'

const { at, write, designer } = commandLine()

function writeAll(texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(texts)) write(`in/${path}`, text)
}

test('a split folder is built from its parts; with settings a file to install comes with them', async () => {
  writeAll(GROWN_SPLIT)
  expect((await designer(['build', 'in', '--out', 'plain.zip'])).code).toBe(0)
  writeAll({ '.promise-designer.yaml': 'version: 1\n' })
  const { code, err } = await designer(['build', 'in', '--out', 'out'])
  expect({ code, err: err.includes('error') }).toEqual({ code: 0, err: false })
  expect(readFileSync(at('out/api.yaml'), 'utf8')).toBe(GROWN_SPLIT['api.yaml'])
  const install = readFileSync(at('out/install/promise.yaml'), 'utf8')
  expect(install).toContain('  name: redis-service\n')
  expect(install).toContain('    kind: CustomResourceDefinition\n')

  // Its own output is known again, and another Promise's is not overwritten.
  expect((await designer(['build', 'in', '--out', 'out'])).code).toBe(0)
  writeAll({ 'example-resource.yaml': 'metadata: {name: example-other}\n' })
  expect(await designer(['build', 'in', '--out', 'out'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('holds the Promise "redis-service", not "other"'),
  })
})

test('a fault is named in the part where it is', async () => {
  const text = GROWN_SPLIT[WORKFLOW] ?? ''
  writeAll({ ...GROWN_SPLIT, [WORKFLOW]: text.replace('name: team-redis', 'name: Team_Redis') })
  const named = await designer(['build', 'in', '--out', 'out'])
  expect(named.code).toBe(1)
  expect(named.err).toMatch(/^in\/workflows\/resource\/configure\/workflow\.yaml:8:\d+: error: /m)

  writeAll({ [WORKFLOW]: text.replace('name: team-redis', 'name: a: b') })
  const broken = await designer(['build', 'in', '--out', 'out'])
  expect(broken.err).toMatch(
    /^in\/workflows\/resource\/configure\/workflow\.yaml:8:\d+: error: .+ \[yaml-syntax\]$/m,
  )
})
