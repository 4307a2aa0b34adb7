import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build } from '@/lib/build/build'
import { goldenDesigns } from '@/lib/build/golden-designs'
import type { LanguageId } from '@/lib/promise/settings'
import { LANGUAGE_LIST } from '@/lib/scaffolds/languages'
import { TOOLS } from '@/lib/scaffolds/pins'
import { LOCAL_TESTS } from '@/lib/scaffolds/repository/local-tests'
import { unzipped } from './checkout'
import { describeWith } from './describe-with'
import { mustRun, workFolder } from './run'
import { standIn } from './stand-in'

describeWith(['make', 'unzip'], 'make in the download', () => {
  test.each([...goldenDesigns()])('knows what to build and test in %s', async (_, files) => {
    const repository = await unzipped(workFolder(), files)
    const targets = ['build', 'test', 'push', 'kind-load', 'install', 'status']
    const { stdout, stderr } = await mustRun('make', ['-n', ...targets], { cwd: repository })
    expect(stderr).toBe('')
    expect(stdout).toContain('kubectl apply --server-side --filename promise.yaml')
  })
  test.each([...goldenDesigns()])(
    'builds every folder with a Dockerfile in %s',
    async (_, files) => {
      const folder = workFolder()
      const repository = await unzipped(folder, files)
      const docker = standIn(folder, 'docker')
      await mustRun('make', ['build'], { cwd: repository, env: docker.env })
      const folders = [...build(files).files.keys()].filter((path) => path.endsWith('/Dockerfile'))
      const built = docker
        .calls()
        .filter(([verb]) => verb === 'build')
        .map((words) => `${words.at(-1)}/Dockerfile`)
      expect([...built].sort()).toEqual(folders.sort())
    },
  )
  test('finds scripts that can be run as they are', async () => {
    const [, files] = [...goldenDesigns()][0] ?? []
    if (!files) throw new Error('no design')
    const repository = await unzipped(workFolder(), files)
    for (const script of ['hack/kind-smoke.sh', 'hack/test-step.sh']) {
      expect(statSync(join(repository, script)).mode & 0o111, script).toBe(0o111)
    }
  })
})

/** What the tests of a language need besides make, and a line of theirs that tells of a program. */
const LOCAL: Readonly<Record<LanguageId, { tools: readonly string[]; passed: RegExp }>> = {
  go: { tools: ['go'], passed: /^ok /gm },
  typescript: { tools: ['npm'], passed: /^(# |ℹ )fail 0$/gm },
  python: { tools: ['python3'], passed: /^OK$/gm },
  bash: { tools: ['bash', 'yq'], passed: /^ok: nothing is written then$/gm },
}

for (const { id, program } of LANGUAGE_LIST) {
  const { tools, passed } = LOCAL[id]
  const tests = LOCAL_TESTS.get(program)?.file
  describeWith(['make', 'unzip', ...tools], `make test-local in the download in ${id}`, () => {
    test('runs the tests of each program, without a container engine', async () => {
      const files = goldenDesigns().get(`redis-${id}`)
      if (!files) throw new Error('no design')
      const repository = await unzipped(workFolder(), files)
      const words = ['test-local', 'ENGINE=no-such-engine']
      const { stdout, stderr } = await mustRun('make', words, { cwd: repository })
      const programs = [...build(files).files.keys()].filter((path) => path.endsWith(`/${tests}`))
      expect(programs.length).toBeGreaterThan(3)
      expect(`${stdout}${stderr}`.match(passed)).toHaveLength(programs.length)
      if (id !== 'python') return

      // The README names the Python that the locked SDK asks for.
      const sdk = readdirSync(repository, { recursive: true, encoding: 'utf8' }).find((path) =>
        /kratix_sdk-[^/]*\/METADATA$/.test(path),
      )
      expect(readFileSync(join(repository, sdk ?? ''), 'utf8')).toContain(
        `\nRequires-Python: >=${TOOLS.python}\n`,
      )
    })
  })
}
