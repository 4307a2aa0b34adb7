/**
 * Resolves the dependencies of generated programs anew and writes the locked sets that they ship
 * with: `npm run refresh-locks [go] [typescript] [python]`. Versions themselves stand in lib/scaffolds/pins.ts.
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { IMAGES, TOOLS } from '../lib/scaffolds/pins'

const scaffolds = resolve(import.meta.dirname, '../lib/scaffolds')

const languages: Readonly<Record<string, (work: string) => void>> = {
  /** The fixed files import all that render and custom steps do: one set serves both. */
  go(work) {
    cpSync(join(scaffolds, 'go/programs'), work, { recursive: true })
    const wanted = [
      `github.com/syntasso/kratix-go ${TOOLS.kratixGo}`,
      `go.yaml.in/yaml/v3 ${TOOLS.goYaml}`,
    ]
    const mod = `module lock\n\ngo ${TOOLS.go}\n\nrequire (\n\t${wanted.join('\n\t')}\n)\n`
    writeFileSync(join(work, 'go.mod'), mod)
    execFileSync('go', ['mod', 'tidy'], { cwd: work, stdio: 'inherit' })
    const resolved = execFileSync('go', ['mod', 'edit', '-json'], { cwd: work, encoding: 'utf8' })
    const { Require }: { Require: { Path: string; Version: string }[] } = JSON.parse(resolved)
    const modules = Require.map(({ Path, Version }) => [Path, Version] as const)
    const sums = readFileSync(join(work, 'go.sum'), 'utf8').trimEnd().split('\n')
    write('go/lock.json', { modules: Object.fromEntries(modules.sort(byName)), sums })
  },

  /** A whole package-lock.json, without the addresses that npm would download from. */
  typescript(work) {
    const manifest = {
      name: 'pipeline',
      version: '0.0.0',
      private: true,
      type: 'module',
      engines: { node: '>=20.12' },
      dependencies: { yaml: TOOLS.yaml },
      devDependencies: { '@types/node': TOOLS.nodeTypes, typescript: TOOLS.typescript },
    }
    writeFileSync(join(work, 'package.json'), JSON.stringify(manifest))
    const options = ['--package-lock-only', '--omit-lockfile-registry-resolved', '--ignore-scripts']
    execFileSync('npm', ['install', ...options, '--no-audit', '--no-fund'], {
      cwd: work,
      stdio: 'inherit',
    })
    write('typescript/lock.json', JSON.parse(readFileSync(join(work, 'package-lock.json'), 'utf8')))
  },

  /** A requirements.txt with the hashes of every file of every package, for any platform. */
  python(work) {
    execFileSync('python3', ['-m', 'venv', join(work, 'venv')])
    const bin = join(work, 'venv/bin')
    execFileSync(join(bin, 'pip'), ['install', '--quiet', `uv==${TOOLS.uv}`], { stdio: 'inherit' })
    writeFileSync(join(work, 'requirements.in'), `kratix-sdk==${TOOLS.kratixPython}\n`)
    const version = /:(\d+\.\d+)/.exec(IMAGES.python)?.[1] ?? ''
    const options = ['--universal', '--python-version', version, '--generate-hashes']
    const quiet = ['--quiet', '--no-header', '--no-annotate', '--no-emit-index-url']
    const args = ['pip', 'compile', ...options, ...quiet, 'requirements.in']
    const text = execFileSync(join(bin, 'uv'), args, { cwd: work, encoding: 'utf8' })
    write('python/lock.json', text.trimEnd().split('\n'))
    vendor(work, bin, text)
  },
}

/** The sources of what the page can import, as they are: `lib/sandbox/python/vendor`. */
function vendor(work: string, bin: string, requirements: string): void {
  const folder = resolve(import.meta.dirname, '../lib/sandbox/python/vendor')
  for (const [name, module, inside] of [
    ['kratix-sdk', 'kratix_sdk', 'src/'],
    ['pyyaml', 'yaml', 'lib/'],
  ] as const) {
    const pin = new RegExp(`^${name}==[^ ;]+`, 'm').exec(requirements)?.[0]
    if (!pin) throw new Error(`the locked set has no ${name}`)
    const to = join(work, module)
    const source = ['--no-deps', '--no-binary', name, '--dest', to]
    execFileSync(join(bin, 'pip'), ['download', '--quiet', ...source, pin], { stdio: 'inherit' })
    const [archive = ''] = readdirSync(to)
    execFileSync('tar', ['-xzf', join(to, archive), '-C', to, '--strip-components=1'])
    const found = [inside, ''].map((below) => join(to, below, module))
    const sources = found.find((path) => existsSync(path))
    if (!sources) throw new Error(`${archive} has no ${module}`)
    rmSync(join(folder, module), { recursive: true, force: true })
    mkdirSync(join(folder, module), { recursive: true })
    for (const file of readdirSync(sources).filter((path) => path.endsWith('.py'))) {
      cpSync(join(sources, file), join(folder, module, file))
    }
    cpSync(join(to, 'LICENSE'), join(folder, module, 'LICENSE'))
  }
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1
}

function write(path: string, value: unknown): void {
  writeFileSync(join(scaffolds, path), `${JSON.stringify(value, null, 2)}\n`)
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(languages, name))
if (unknown !== undefined) {
  console.error(
    `refresh-locks: no language ${unknown}; there are ${Object.keys(languages).join(', ')}`,
  )
  process.exit(2)
}
for (const [name, refresh] of Object.entries(languages)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const work = mkdtempSync(join(tmpdir(), 'lock-'))
  try {
    refresh(work)
    console.log(`refreshed the locked set of ${name}`)
  } finally {
    rmSync(work, { recursive: true })
  }
}
