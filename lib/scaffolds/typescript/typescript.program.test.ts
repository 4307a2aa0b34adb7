import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeApiServer, startApiServer } from '@/e2e/programs/api-server'
import { caseFiles } from '@/e2e/programs/case-files'
import { describeWith } from '@/e2e/programs/describe-with'
import { redisStep } from '@/e2e/programs/redis'
import { renderBehaviour } from '@/e2e/programs/render-behaviour'
import { keptFolder, mustRun, run } from '@/e2e/programs/run'
import type { Runner } from '@/e2e/programs/runner'
import { starterBehaviour } from '@/e2e/programs/starter-behaviour'
import { HOSTILE, STARTERS } from '@/e2e/programs/starter-cases'
import {
  documentsIn,
  filesIn,
  kratixEnvironment,
  runFolders,
  writeFiles,
} from '@/e2e/programs/step-folder'
import { renderStep } from '@/lib/render/render-step'
import type { RenderContext, RenderValue } from '../scaffold'
import { typescript } from './index'

describeWith('npm', 'the TypeScript programs', () => {
  const root = keptFolder()
  let server: FakeApiServer
  let modules = ''

  beforeAll(async () => {
    server = await startApiServer()
    // All steps have the same locked packages: one installation serves every test.
    const folder = join(root.path, 'install')
    writeFiles(folder, typescript.custom(STARTERS[0].step))
    await mustRun('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: join(folder, 'scripts'),
    })
    modules = join(folder, 'scripts/node_modules')
  })

  afterAll(async () => {
    await server?.close()
    root.remove()
  })

  function share(cwd: string): void {
    if (!existsSync(join(cwd, 'node_modules'))) symlinkSync(modules, join(cwd, 'node_modules'))
  }

  const runner = (): Runner => ({
    server,
    async make(cwd) {
      share(cwd)
      if (existsSync(join(cwd, 'dist'))) return // its tests have compiled it
      await mustRun('npm', ['run', 'build'], { cwd })
    },
    async check(cwd, cases) {
      share(cwd)
      const tested = await mustRun('npm', ['test'], { cwd })
      expect(tested.stdout).toContain(`# pass ${1 + 2 * cases}\n`)
    },
    start: (scripts, env) => run('node', [join(scripts, 'dist/pipeline.js')], { env }),
  })

  renderBehaviour(typescript, runner)
  starterBehaviour(typescript, runner)

  test('a render step keeps its shape whatever the words of the user', async () => {
    const plain = { type: undefined, default: undefined, map: undefined }
    const values: readonly RenderValue[] = [
      { ...plain, name: 'name', source: { kind: 'name' } },
      { ...plain, name: 'hostile', source: { kind: 'constant', value: HOSTILE } },
      { ...plain, name: 'team', source: { kind: 'label', label: HOSTILE }, default: 'none' },
      { ...plain, name: 'odd', source: { kind: 'spec', path: [HOSTILE] }, default: -0.5 },
    ]
    const text = `kind: First
metadata: {name: "\${name}", annotations: {hostile: "\${hostile}", literal: "$\${name}"}}
spec:
  share: \${odd}
  text: |
    a
     b # \${team}
---
# nothing
---
kind: Second
"on": 'yes'
`
    const context: RenderContext = {
      ...redisStep,
      promise: HOSTILE,
      container: HOSTILE,
      values,
      status: {
        success: { message: '${name}', [HOSTILE]: HOSTILE.replace('${x}', '') },
        failure: { stage: 'failed', [HOSTILE]: HOSTILE },
      },
      templates: [{ path: 'deep/one.yml', text }],
    }
    const request = {
      apiVersion: 'mygroup.org/v1alpha1',
      kind: 'Redis',
      metadata: { name: 'example', namespace: 'team-a', labels: { [HOSTILE]: 'x' } },
      spec: {},
    }
    const rendered = renderStep(context, request)
    if (!rendered.ok) throw new Error(rendered.reason)
    const { files, status } = rendered
    const folder = join(root.path, 'hostile')
    writeFiles(folder, [
      ...typescript.render(context),
      { path: 'resources/deep/one.yml', text },
      ...caseFiles({ object: request, files, status }),
    ])
    const { make, check, start } = runner()
    await check(join(folder, 'scripts'), 1)
    await make(join(folder, 'scripts'))
    const folders = runFolders(join(root.path, 'hostile-run'), request)
    const ran = await start(join(folder, 'scripts'), {
      ...kratixEnvironment(redisStep, folders, request.metadata, join(folder, 'resources')),
    })
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(documentsIn(folders.output)).toEqual({
      'deep/one-team-a-example.yaml': files[0]?.documents,
    })
  })

  test('have a non-root image that holds only what it names', () => {
    const folder = join(root.path, 'image')
    writeFiles(folder, [...typescript.custom(redisStep), { path: 'resources/.gitkeep', text: '' }])
    const texts = filesIn(folder)
    const dockerfile = texts.Dockerfile ?? ''
    for (const [, sources] of dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)) {
      for (const source of (sources ?? '').split(' ')) {
        const found = Object.keys(texts).some((path) => path.startsWith(source))
        expect(found, source).toBe(true)
      }
    }
    expect(dockerfile).toMatch(/^USER 65532:65532$/m)
  })
})
