import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { redisFiles } from '@/lib/build/testing'
import { FileContent, type Files } from '@/lib/promise/files'
import { NOTHING_DONE } from '@/lib/sandbox/call'
import { OUR_PACKAGES } from './program-call'
import { tryOut } from './run'
import { around, request, wrote } from './testing'
import type { Surroundings } from './types'

const own = {
  ...{ type: 'resource', action: 'configure', pipeline: 'announce', container: 'own' },
  settings: { kind: 'custom', language: 'python' },
}
const KEY = 'resource/configure/announce/own' as const
const FOLDER = `workflows/${KEY}/`
const files = redisFiles('python', [own])
const withFile = (path: string, text: string): Files =>
  new Map(files).set(path, FileContent.fromText(text))

function stepIn(of: Files, more: Partial<Surroundings> = {}) {
  const { run, calls } = tryOut(of, request(), around(more), () => 0)
  const steps = run.pipelines.flatMap((pipeline) => pipeline.steps)
  return { step: steps.find(({ key }) => key === KEY), calls }
}

test('a custom step in Python is not run until Python is asked for, and offered', () => {
  const { step, calls } = stepIn(files)
  expect(step).toMatchObject({ state: 'not-run', offers: 'python' })
  expect(calls).toEqual([])
  const recorded = { [KEY]: wrote({ 'a.yaml': 'a: 1\n' }, {}, request()) }
  expect(stepIn(files, { recorded }).step?.state).toBe('recorded')
})

test('once it is asked for, the program is called with all of its scripts but its tests', () => {
  const { step, calls } = stepIn(files, { python: true })
  expect(step).toMatchObject({ state: 'pending', program: true })
  expect(step?.offers).toBeUndefined()
  expect(calls[0]).toMatchObject({ language: 'python', program: 'pipeline.py' })
  const scripts = calls[0]?.scripts.map(([path]) => path)
  expect(scripts).toContain('step.py')
  expect(scripts).not.toContain('test_pipeline.py')
  const answers = {
    [calls[0]?.key ?? '']: { ...NOTHING_DONE, end: { kind: 'exit', code: 0 } as const },
  }
  expect(stepIn(files, { python: true, answers }).step?.state).toBe('succeeded')
})

test('a render step whose program was changed by hand is offered, too; what was not changed runs', () => {
  const render = 'resource/configure/instance/render'
  const changed = withFile(`workflows/${render}/scripts/pipeline.py`, '# mine\n')
  const { run } = tryOut(changed, request(), around(), () => 0)
  const step = run.pipelines.flatMap(({ steps }) => steps).find(({ key }) => key === render)
  expect(step).toMatchObject({ state: 'not-run', offers: 'python' })
  expect(step?.reason).toContain('scripts/pipeline.py was changed by hand')
})

test.each([
  ['another version of what is here', 'kratix-sdk==0.1.0\npyyaml==6.0.3\n', 'kratix-sdk 0.1.0'],
  ['a package that is here without a version', 'kratix-sdk\n', 'kratix-sdk of no exact version'],
])('%s is not run here, and not offered', (_, requirements, reason) => {
  const { step } = stepIn(withFile(`${FOLDER}scripts/requirements.txt`, requirements))
  expect(step?.offers).toBeUndefined()
  expect(step?.reason).toContain(reason)
})

test('what can be imported in the page has the versions that programs are generated with', () => {
  expect([...OUR_PACKAGES.keys()]).toEqual(['kratix-sdk', 'pyyaml'])
  const vendored = (path: string) =>
    readFileSync(join(import.meta.dirname, '../sandbox/python/vendor', path), 'utf8')
  const [, sdk] = /__version__ = "([^"]+)"/.exec(vendored('kratix_sdk/__init__.py')) ?? []
  const [, yaml] = /__version__ = '([^']+)'/.exec(vendored('yaml/__init__.py')) ?? []
  expect([sdk, yaml]).toEqual([...OUR_PACKAGES.values()])
})
