import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build } from '@/lib/build/build'
import { goldenDesigns } from '@/lib/build/golden-designs'
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

describeWith(['make', 'unzip', 'go'], 'make test-local in the download', () => {
  test('runs the tests of each program, without a container engine', async () => {
    const files = goldenDesigns().get('redis-go')
    if (!files) throw new Error('no design')
    const repository = await unzipped(workFolder(), files)
    const words = ['test-local', 'ENGINE=no-such-engine']
    const { stdout } = await mustRun('make', words, { cwd: repository })
    const programs = [...build(files).files.keys()].filter((path) => path.endsWith('pipeline.go'))
    expect(stdout.match(/^ok /gm)).toHaveLength(programs.length)
  })
})
