import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isMap, KratixSDK, readYaml, runPipeline } from './kratix/index.js'
import { pipeline } from './pipeline.js'

const step = fileURLToPath(new URL('../../', import.meta.url))
const cases = findCases(join(step, 'tests'))
const log = console.error

let folder = ''
let patches: { path: string; body: unknown }[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipeline-'))
  patches = []
})

afterEach(async () => {
  console.error = log
  await rm(folder, { recursive: true })
})

/** The step over the input of a folder, with what it would send to the API server on record. */
function sdkFor(inputDir: string): KratixSDK {
  return new KratixSDK({
    inputDir,
    outputDir: join(folder, 'output'),
    metadataDir: join(folder, 'metadata'),
    objectClient: {
      async patch(path, body) {
        patches.push({ path, body })
      },
    },
    env: {
      RESOURCES_DIR: join(step, 'resources'),
      KRATIX_WORKFLOW_TYPE: pipeline.type,
      KRATIX_WORKFLOW_ACTION: pipeline.action,
      KRATIX_OBJECT_GROUP: 'example.org',
      KRATIX_OBJECT_VERSION: 'v1',
      KRATIX_OBJECT_KIND: 'Example',
      KRATIX_OBJECT_NAME: 'example',
      KRATIX_OBJECT_NAMESPACE: 'default',
      KRATIX_CRD_PLURAL: 'examples',
    },
  })
}

/** Every file below a folder by its path; none when the folder does not exist. */
async function filesIn(root: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  let entries: string[]
  try {
    entries = await readdir(root, { recursive: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return files
    throw error
  }
  for (const path of entries.sort()) {
    if (path.endsWith('.yaml')) files[path] = await readFile(join(root, path), 'utf8')
  }
  return files
}

async function documentsIn(root: string): Promise<Record<string, unknown[]>> {
  const files = Object.entries(await filesIn(root))
  return Object.fromEntries(files.map(([path, text]) => [path, readYaml(text)]))
}

/** The folders with an object.yaml: `tests` itself, and each folder in it that is a further case. */
function findCases(tests: string): string[] {
  const folders = existsSync(tests) ? readdirSync(tests).sort() : []
  // What the step writes may have that name, too.
  const written = ['expected-output', 'expected-metadata']
  return [
    tests,
    ...folders.filter((name) => !written.includes(name)).map((name) => join(tests, name)),
  ].filter((path) => existsSync(join(path, 'object.yaml')))
}

/** Without an expectation, nothing is compared: make record-… in the repository writes it. */
async function compare(written: string, expected: string): Promise<void> {
  if (existsSync(expected)) {
    assert.deepEqual(await documentsIn(written), await documentsIn(expected))
  }
}

for (const path of cases) {
  test(`${basename(path)}: the object gives the files beside it`, async () => {
    const sdk = sdkFor(path)
    assert.equal(await runPipeline(pipeline, sdk), 0)
    assert.deepEqual(patches, [])
    await compare(sdk.outputDir, join(path, 'expected-output'))
    await compare(sdk.metadataDir, join(path, 'expected-metadata'))
  })

  test(`${basename(path)}: a second run writes the same bytes`, async () => {
    const sdk = sdkFor(path)
    await runPipeline(pipeline, sdk)
    const first = [await filesIn(sdk.outputDir), await filesIn(sdk.metadataDir)]
    await runPipeline(pipeline, sdk)
    assert.deepEqual([await filesIn(sdk.outputDir), await filesIn(sdk.metadataDir)], first)
  })
}
if (cases.length === 0) test.skip('there is no tests/object.yaml to run the step on')

test('input that cannot be read fails, says so in the status, and writes nothing', async () => {
  console.error = () => {} // the message that a cluster shows in the log
  await writeFile(join(folder, 'object.yaml'), 'kind: [\n')
  const sdk = sdkFor(folder)
  assert.equal(await runPipeline(pipeline, sdk), 1)
  assert.deepEqual(await filesIn(sdk.outputDir), {})
  const { path = '', body } = patches[0] ?? {}
  assert.match(path, /\/example\/status$/)
  assert.ok(isMap(body) && isMap(body.status))
  assert.match(String(body.status.message), /./)
})
