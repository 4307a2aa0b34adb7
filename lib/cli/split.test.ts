import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GROWN_SPLIT } from '@/lib/layout/testing'
import { run } from './run'

const WORKFLOW = 'workflows/resource/configure/workflow.yaml'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'designer-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

function write(texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(cwd, 'in', path)), { recursive: true })
    writeFileSync(join(cwd, 'in', path), text)
  }
}

async function designer(...argv: string[]) {
  let [out, err] = ['', '']
  const code = await run(argv, {
    cwd,
    version: '1.2.3',
    stdin: (async function* () {
      yield new Uint8Array()
    })(),
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

test('a split folder is built from its parts; with settings a file to install comes with them', async () => {
  write(GROWN_SPLIT)
  expect((await designer('build', 'in', '--out', 'plain.zip')).code).toBe(0)
  write({ '.promise-designer.yaml': 'version: 1\n' })
  const { code, err } = await designer('build', 'in', '--out', 'out')
  expect({ code, err: err.includes('error') }).toEqual({ code: 0, err: false })
  expect(readFileSync(join(cwd, 'out/api.yaml'), 'utf8')).toBe(GROWN_SPLIT['api.yaml'])
  const install = readFileSync(join(cwd, 'out/install/promise.yaml'), 'utf8')
  expect(install).toContain('  name: redis-service\n')
  expect(install).toContain('    kind: CustomResourceDefinition\n')

  // Its own output is known again, and another Promise's is not overwritten.
  expect((await designer('build', 'in', '--out', 'out')).code).toBe(0)
  write({ 'example-resource.yaml': 'metadata: {name: example-other}\n' })
  expect(await designer('build', 'in', '--out', 'out')).toMatchObject({
    code: 1,
    err: expect.stringContaining('holds the Promise "redis-service", not "other"'),
  })
})

test('a fault is named in the part where it is', async () => {
  const text = GROWN_SPLIT[WORKFLOW] ?? ''
  write({ ...GROWN_SPLIT, [WORKFLOW]: text.replace('name: team-redis', 'name: Team_Redis') })
  const named = await designer('build', 'in', '--out', 'out')
  expect(named.code).toBe(1)
  expect(named.err).toMatch(/^in\/workflows\/resource\/configure\/workflow\.yaml:8:\d+: error: /m)

  write({ [WORKFLOW]: text.replace('name: team-redis', 'name: a: b') })
  const broken = await designer('build', 'in', '--out', 'out')
  expect(broken.err).toMatch(
    /^in\/workflows\/resource\/configure\/workflow\.yaml:8:\d+: error: .+ \[yaml-syntax\]$/m,
  )
})
