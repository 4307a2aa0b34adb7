import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { TOOLS } from '../pins'
import { isImageReference, type RepositoryContext } from './context'
import { repositoryFiles } from './index'
import { redisContext } from './testing'

const hostile = [
  'a: {b',
  'two\nlines\r\nand three',
  '${x} $(id) `id` $$',
  '"; rm -rf / #',
  "'; touch pwned; '",
  '*/ <!-- | a || b | -->',
  '```\n# no heading',
  'end\\',
  '$(shell touch pwned)',
  'EOF\nEND',
]

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function checkout(context: RepositoryContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'repository-'))
  folders.push(folder)
  for (const { path, text } of repositoryFiles(context)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

function text(context: RepositoryContext, path: string): string {
  return repositoryFiles(context).find((file) => file.path === path)?.text ?? ''
}

/** Lines outside fenced blocks that shape a Markdown page. */
function outline(markdown: string): string[] {
  const lines: string[] = []
  let fence = ''
  for (const line of markdown.split('\n')) {
    const [mark = ''] = line.match(/^`{3,}/) ?? []
    if (mark && (fence === '' || (mark.length >= fence.length && line === mark))) {
      fence = fence === '' ? mark : ''
      lines.push('fence')
    } else if (fence === '') {
      const [heading] = line.match(/^#+ |^- |^\d+\. |^> |^<|^\s*$/) ?? []
      const cells = line.startsWith('|') ? (line.match(/(?<!\\)(?:\\\\)*\|/g)?.length ?? 0) : 0
      lines.push(cells ? `row of ${cells}` : (heading ?? 'text'))
    }
  }
  return lines
}

describe('the files of the repository', () => {
  test('are the same for the same design', () => {
    expect(repositoryFiles(redisContext())).toEqual(repositoryFiles(redisContext()))
  })
  test('end with one line end and hold no other kind', () => {
    for (const context of [redisContext(), ...hostile.map(redisContext)]) {
      for (const file of repositoryFiles(context)) {
        expect(file.text, file.path).toMatch(/[^\n]\n$/)
        expect(file.text, file.path).not.toMatch(/\r/)
      }
    }
  })
  test('speak of no request when there is no API', () => {
    const context = { ...redisContext(), api: undefined }
    for (const file of repositoryFiles(context)) {
      expect(file.text, file.path).not.toContain('example-resource')
      expect(file.text, file.path).not.toContain('undefined')
    }
  })
})

describe('the README', () => {
  test('keeps its outline whatever the user wrote', () => {
    const usual = outline(text(redisContext('plain'), 'README.md'))
    for (const one of hostile) {
      expect(outline(text(redisContext(one), 'README.md')), one).toEqual(usual)
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (any) => {
        fc.pre(/\w/.test(any)) // an empty description has no paragraph
        expect(outline(text(redisContext(any), 'README.md'))).toEqual(usual)
      }),
      { numRuns: 200 },
    )
  })
  test('says what is written on demand, where it goes, and what is a part of the request', () => {
    const readme = text(redisContext(), 'README.md')
    expect(readme).toContain('| `render` | `board.yaml` | `replicas is 3` |')
    expect(readme).toContain('| `render` | all others | `environment: dev` |')
    expect(readme).toContain('| `render` | `monitoring/` | `team: ${team}` |')
    expect(readme).toContain('| `render` | `bucket.yaml` |')
    const steps = redisContext().steps.map((step) => ({
      ...step,
      onDemand: [],
      sentTo: [],
      components: [],
    }))
    expect(text({ ...redisContext(), steps }, 'README.md')).not.toContain('## What is written')
  })
  test('says beside the labels of the Promise which ones a step asks for', () => {
    const context = redisContext()
    const [first, render, ...rest] = context.steps
    if (!first || !render) throw new Error('the context has no steps')
    const partsWith = (
      sentTo: (typeof render)['sentTo'],
      over: Partial<RepositoryContext> = {},
      type = render.type,
    ) => {
      const steps = [first, { ...render, type, sentTo }, ...rest]
      return text({ ...context, steps, ...over }, 'README.md').split('\n## ')[1]
    }
    const none = { destinationLabels: {} }
    expect(partsWith([], none)).toContain('It asks for no labels: it goes to any Destination')
    expect(partsWith([])).not.toContain('asks for')
    const zone = [['', { zone: '${zone}', environment: 'prod' }]] as const
    // What the Promise asks for holds.
    expect(partsWith(zone)).toContain(
      'with the label `environment=dev`. The step `instance/render` also asks for the label `zone=${zone}`, for what its pipeline writes.',
    )
    expect(partsWith(zone, none)).toContain(
      'The step `instance/render` asks for the labels `zone=${zone}`, `environment=prod`, for',
    )
    expect(partsWith(zone, {}, 'promise')).toContain('and for every request.')
    expect(partsWith([['', { environment: 'prod' }]])).not.toContain('asks for')
    const folder = partsWith([['edge', { zone: 'edge' }]])
    expect(folder).toContain('where the folder `edge/` of its output goes ([What is written]')
    expect(folder).not.toContain('zone')
  })
  test('names the commands of this very Promise', () => {
    const readme = text(redisContext(), 'README.md')
    for (const command of [
      'docker build --tag ghcr.io/acme/redis-render:v0.1.0 workflows/resource/configure/instance/render',
      'make kind-load KIND_CLUSTER=platform',
      'kubectl apply --server-side --filename promise.yaml',
      'kubectl apply --filename example-resource.yaml',
      'kubectl get redises.mygroup.org --namespace default --watch',
      'kratix.io/promise-name=redis,kratix.io/workflow-type=resource,kratix.io/resource-name=example-redis',
    ]) {
      expect(readme).toContain(command)
    }
  })
})

describe('the Makefile', () => {
  const dryRun = (folder: string, ...targets: string[]) =>
    execFileSync('make', ['-n', '-C', folder, '--no-print-directory', ...targets], {
      encoding: 'utf8',
    })
  test('has build, test and the rest for every image', () => {
    const out = dryRun(checkout(redisContext()), 'build', 'test', 'push', 'kind-load')
    expect(out).toMatch(/docker build +--tag 'ghcr.io\/acme\/redis-render:v0.1.0'/)
    expect(out).toContain("docker push 'ghcr.io/acme/redis-configure-deps:v0.1.0'")
    expect(out).not.toContain('notify')
  })
  test('hands flags of the owner to every build', () => {
    const out = dryRun(checkout(redisContext()), 'build', 'BUILD_FLAGS=--platform linux/amd64')
    expect(out.match(/docker build --platform linux\/amd64 --tag/g)).toHaveLength(2)
  })
  test('works without any image of its own', () => {
    const context = redisContext()
    const steps = context.steps.map((step) => ({ ...step, folder: undefined }))
    const folder = checkout({ ...context, steps })
    expect(dryRun(folder, 'build', 'test', 'kind-load', 'install', 'request')).toContain('No image')
    expect(execFileSync('make', ['-C', folder], { encoding: 'utf8' })).not.toContain('build-NAME')
  })
  test('refuses to push an image that names no registry, before it is built', () => {
    const name = 'resource-configure-instance-render'
    const make = (image: string | readonly string[], ...words: string[]) => {
      const context = redisContext()
      const steps = context.steps.map((step, i) => ({
        ...step,
        image: typeof image === 'string' ? image : (image[i] ?? step.image),
      }))
      const bin = mkdtempSync(join(tmpdir(), 'bin-'))
      folders.push(bin)
      writeFileSync(join(bin, 'docker'), '#!/bin/sh\necho "docker $*"\n', { mode: 0o755 })
      writeFileSync(join(bin, 'kind'), '#!/bin/sh\necho "kind $*"\n', { mode: 0o755 })
      const PATH = `${bin}:${process.env.PATH}`
      return spawnSync('make', ['-s', '-C', checkout({ ...context, steps }), ...words], {
        env: { ...process.env, PATH },
        encoding: 'utf8',
      })
    }
    const refused = make('redis-render:v1', `push-${name}`)
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('redis-render:v1 names no registry, so it cannot be pushed.')
    expect(refused.stdout).not.toContain('docker build')
    expect(make('acme/render:v1', `push-${name}`).stdout).toContain('docker push acme/render:v1\n')

    // Of several images all are pushed, or none; one of its own name can be pushed alone.
    const mixed = ['acme/a:v1', 'redis-render:v1']
    for (const flags of [[], ['-j4'], ['-k'], ['-k', '-j4']]) {
      const { status, stdout, stderr } = make(mixed, 'push', ...flags)
      expect([status, stdout], flags.join()).toEqual([2, expect.not.stringContaining('push')])
      expect(stderr).toContain('redis-render:v1 names no registry')
    }
    expect(make(mixed, 'push').stdout).not.toContain('docker build')
    const alone = make(['redis-a:v1', 'acme/render:v1'], `push-${name}`)
    expect([alone.status, alone.stderr]).toEqual([0, ''])
    expect(alone.stdout).toContain('docker push acme/render:v1\n')
    expect(make('acme/render:v1', 'push').stdout.match(/docker push/g)).toHaveLength(2)

    // podman would call it localhost/redis-render, which no cluster looks for.
    expect(make('redis-render:v1', `kind-load-${name}`).stdout).toMatch(
      /docker tag redis-render:v1 docker.io\/library\/redis-render:v1\ndocker save .* docker.io\/library\/redis-render:v1\nkind load/,
    )
    expect(make('ghcr.io/acme/render:v1', `kind-load-${name}`).stdout).toMatch(
      /docker save .* ghcr.io\/acme\/render:v1\nkind load/,
    )
  })
  test('says what is missing when there is no container engine, and what needs none', () => {
    const make = (folder: string, engine: string) =>
      spawnSync('make', ['-C', folder, 'test', `ENGINE=${engine}`], { encoding: 'utf8' })
    const folder = checkout(redisContext())
    const missing = make(folder, 'no-such-engine')
    expect(missing.status).toBe(2)
    expect(missing.stderr).toContain('This needs no-such-engine, which is not installed here')
    expect(missing.stderr).toContain('"make test-local" tests the programs')
    expect(missing.stdout).not.toMatch(/build +--tag/)
    expect(make(folder, 'false').stderr).toContain('false is installed, but does not answer')
    const smoke = ['-C', folder, 'smoke', 'ENGINE=false']
    expect(spawnSync('make', smoke, { encoding: 'utf8' }).stderr).toContain('does not answer')
    const readme = text(redisContext(), 'README.md')
    expect(readme).toContain('Without docker or podman, `make test-local` runs the programs')
    expect(readme).toContain(`It needs Go ${TOOLS.go} or newer.`)

    const steps = redisContext().steps.map((step) => ({ ...step, tested: false }))
    const untested = make(checkout({ ...redisContext(), steps }), 'no-such-engine')
    expect(untested.stderr).toContain('not installed here')
    expect(untested.stderr).not.toContain('test-local')
    expect(text({ ...redisContext(), steps }, 'README.md')).not.toContain('make test-local')
  })
  test('runs the same commands whatever the user wrote', () => {
    const targets = ['help', 'build', 'test', 'install', 'request', 'status']
    for (const one of hostile) {
      const folder = checkout(redisContext(one))
      const commands = dryRun(folder, ...targets)
        .split('\n')
        .map((line) => line.split(' ')[0])
      const usual = dryRun(checkout(redisContext('plain')), ...targets)
        .split('\n')
        .map((line) => line.split(' ')[0])
      expect(commands, one).toEqual(usual)
      expect(execFileSync('ls', [folder], { encoding: 'utf8' })).not.toContain('pwned')
    }
  })
})

describe('the scripts', () => {
  const missing = spawnSync('shellcheck', ['--version']).error !== undefined
  test.skipIf(missing)('are clean in the eyes of shellcheck', () => {
    const folder = checkout(redisContext())
    execFileSync('shellcheck', [
      join(folder, 'hack/kind-smoke.sh'),
      join(folder, 'hack/test-step.sh'),
    ])
    const { api, steps } = redisContext()
    for (const other of [{ api: undefined }, { steps: [] }, { destinationLabels: {} }]) {
      const context = { ...redisContext(), api, steps, ...other }
      execFileSync('shellcheck', [join(checkout(context), 'hack/kind-smoke.sh')])
    }
  })
  test.skipIf(missing)('are clean whatever the user wrote', () => {
    // Quoted `$` and quotes are what the user wrote, not an oversight.
    const scripts = hostile
      .map((one) => checkout(redisContext(one)))
      .flatMap((folder) =>
        ['kind-smoke', 'test-step'].map((name) => join(folder, `hack/${name}.sh`)),
      )
    execFileSync('shellcheck', ['--exclude=SC2016,SC1003', ...scripts])
  })
  test('parse in bash', () => {
    for (const one of hostile) {
      const folder = checkout(redisContext(one))
      execFileSync('bash', ['-n', join(folder, 'hack/kind-smoke.sh')])
      execFileSync('bash', ['-n', join(folder, 'hack/test-step.sh')])
    }
  })
})

test('an image reference is one that can be built with that tag', () => {
  for (const image of ['redis', 'ghcr.io/acme/redis:v1.0', 'localhost:5000/a/b:1']) {
    expect(isImageReference(image), image).toBe(true)
  }
  for (const image of ['', '-v', 'a b', 'a$(id)', 'a\nb', "a'b", 'a#b', 'a@sha256:1']) {
    expect(isImageReference(image), image).toBe(false)
  }
})
