import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { GOLDEN_FOLDER } from '@/lib/build/golden-designs'
import biomeSettings from './biome-of-golden.json'
import { hasTool } from './describe-with'
import { type FoundTool, TOOL_CACHE } from './go-tool'
import { actionlint, pythonLinters, shellcheck, shfmt, staticcheck } from './linters'
import { mustRun, workFolder } from './run'
import { runGo } from './toolchains'

/** What the tools of each language's own world say of the repositories that users get. */
const root = join(import.meta.dirname, '../..')
const golden = join(root, GOLDEN_FOLDER)

/** Paths below a folder of the files that end in some way. */
function endingIn(end: string, folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => path.endsWith(end)).sort()
}

/** The folders `scripts/` of the steps in the golden repository of a language. */
function scriptsWith(repository: string, file: string): readonly string[] {
  const found = endingIn(`/scripts/${file}`, join(golden, repository))
  expect(found.length, `${repository}: steps with ${file}`).toBeGreaterThan(3)
  return found.map((path) => join(golden, repository, dirname(path)))
}

/** A test that needs a tool; where it cannot be had, the reason is printed. */
function withTool(title: string, find: () => FoundTool, run: (folder: string) => Promise<void>) {
  test(title, async ({ skip }) => {
    const found = find()
    if ('folder' in found) return run(found.folder)
    console.error(`${title}: skipped, because ${found.missing}`)
    skip(found.missing)
  })
}

const onPath = (tool: string) => (): FoundTool =>
  hasTool(tool) ? { folder: '' } : { missing: `${tool} is not installed` }

describe('the Go programs of the golden repository', () => {
  withTool(
    'are formatted, vetted and clean in the eyes of staticcheck',
    staticcheck,
    async (bin) => {
      for (const scripts of scriptsWith('redis-go', 'go.mod')) {
        expect((await mustRun('gofmt', ['-l', '.'], { cwd: scripts })).stdout, scripts).toBe('')
        await runGo(scripts, 'vet', '-mod=readonly', './...')
        const env = { CGO_ENABLED: '0', GOFLAGS: '-trimpath -ldflags=-s -mod=readonly' }
        await mustRun(join(bin, 'staticcheck'), ['-checks', 'all,-ST1000', './...'], {
          cwd: scripts,
          env,
        })
      }
    },
  )
})

describe('the Python programs of the golden repository', () => {
  withTool('are clean in the eyes of ruff and mypy --strict', pythonLinters, async (bin) => {
    const cwd = join(golden, 'redis-python')
    await mustRun(join(bin, 'ruff'), ['check', '--no-cache', '.'], { cwd })
    await mustRun(join(bin, 'ruff'), ['format', '--check', '--no-cache', '.'], { cwd })
    const cache = join(TOOL_CACHE, 'mypy')
    for (const scripts of scriptsWith('redis-python', 'pyproject.toml')) {
      await mustRun(join(bin, 'mypy'), ['--cache-dir', cache, '.'], { cwd: scripts })
    }
  })
})

describe('the shell scripts of the golden repositories', () => {
  const scripts = endingIn('.sh', golden)
  beforeAll(() => expect(scripts.length).toBeGreaterThan(20))

  withTool('are clean in the eyes of shellcheck', shellcheck, async () => {
    await mustRun('shellcheck', ['-x', '--source-path=SCRIPTDIR', ...scripts], { cwd: golden })
  })
  withTool('are formatted as shfmt does', shfmt, async (bin) => {
    await mustRun(join(bin, 'shfmt'), ['-d', '-i', '2', '-ci', ...scripts], { cwd: golden })
  })
})

describe('the workflow of the golden repository', () => {
  withTool('is clean in the eyes of actionlint', actionlint, async (bin) => {
    const path = 'redis-go/.github/workflows/promise.yaml'
    await mustRun(join(bin, 'actionlint'), [path], { cwd: golden })
  })
})

// `npm run build` of every download compiles them with tsc, as strictly as their tsconfig.json asks.
describe('the TypeScript programs of the golden repository', () => {
  withTool('are clean in the eyes of biome', onPath('node'), async () => {
    const folder = workFolder()
    cpSync(join(golden, 'redis-typescript'), folder, { recursive: true })
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(biomeSettings))
    const biome = join(root, 'node_modules/.bin/biome')
    await mustRun(biome, ['check', '--error-on-warnings', 'workflows'], { cwd: folder })
  })
})
