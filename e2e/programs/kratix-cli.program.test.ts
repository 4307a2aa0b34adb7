import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { goldenDesigns } from '@/lib/build/golden-designs'
import { readSettings } from '@/lib/commands/settings'
import { stepsOf } from '@/lib/commands/steps'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { readPromise } from '@/lib/promise/read'
import { TOOLS } from '@/lib/scaffolds/pins'
import { promiseDocument } from '@/lib/yaml/document'
import { unzipped } from './checkout'
import { hasTool } from './describe-with'
import { mustRun, run, workFolder } from './run'
import { standIn } from './stand-in'

const bin = join(import.meta.dirname, '../../.cache/kratix-cli', TOOLS.kratixCli)
const kratix = join(bin, 'kratix')

/** Installs the command line once. Why there is none here, or `undefined` when there is one. */
async function install(): Promise<string | undefined> {
  if (existsSync(kratix)) return undefined
  if (!hasTool('go')) return 'go, which installs it, cannot be run here'
  mkdirSync(bin, { recursive: true })
  const source = `github.com/syntasso/kratix-cli/cmd/kratix@${TOOLS.kratixCli}`
  const { code, stderr } = await run('go', ['install', source], {
    env: { GOBIN: bin, GOFLAGS: '' },
  })
  if (code === 0) return undefined
  return `go install ${source} failed: ${stderr.trim().split('\n').at(-1)?.trim()}`
}

/** Steps whose images are built from the repository. */
function ownSteps(files: Files) {
  const content = files.get(PROMISE_FILE)
  const view = readPromise(content && promiseDocument(content)?.value())
  return stepsOf(view, readSettings(files).settings).filter(({ ours }) => ours)
}

const missing = await install()
const title = 'kratix build container'
if (missing !== undefined) console.error(`${title}: skipped, because ${missing}`)
const describeKratix = missing === undefined ? describe : describe.skip

describeKratix(missing === undefined ? title : `${title} (skipped, because ${missing})`, () => {
  test.each([...goldenDesigns()])('finds every container of %s', async (_, files) => {
    const steps = ownSteps(files)
    const folder = workFolder()
    const repository = await unzipped(folder, files)
    const docker = standIn(folder, 'docker')
    for (const { ref, pipeline, name } of steps) {
      const words = ['build', 'container', `${ref.type}/${ref.action}/${pipeline}`]
      await mustRun(kratix, [...words, '--name', name], { cwd: repository, env: docker.env })
    }
    const built = steps.map(({ image, key }) => ['build', '--tag', image, `workflows/${key}`])
    expect(docker.calls()).toEqual(built)
  })
})
