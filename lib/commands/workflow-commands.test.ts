import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFileEdits, type Command } from '@/lib/promise/command'
import { BASE_FOLDER, FileContent, type Files, isSafePath } from '@/lib/promise/files'
import { readPromise } from '@/lib/promise/read'
import { LANGUAGES } from '@/lib/promise/settings'
import { type PipelineRef, type StepKey, type StepRef, WORKFLOWS } from '@/lib/promise/workflows'
import { parseYaml, promiseDocument } from '@/lib/yaml/document'
import { addDependencies } from './add-dependencies'
import { addPipeline } from './add-pipeline'
import { addStep } from './add-step'
import { addTemplate } from './add-template'
import { duplicatePipeline } from './duplicate-pipeline'
import { duplicateStep } from './duplicate-step'
import { moveDependencies } from './move-dependencies'
import { movePipeline } from './move-pipeline'
import { moveStep } from './move-step'
import { removeDependency } from './remove-dependency'
import { removePipeline } from './remove-pipeline'
import { removeStep } from './remove-step'
import { removeValueRow } from './remove-value-row'
import { renamePipeline } from './rename-pipeline'
import { renameStep } from './rename-step'
import { renameTemplate } from './rename-template'
import { renameValueRow } from './rename-value-row'
import { renderSteps } from './render-sources'
import { removeStatusText, setStatusText } from './set-status-text'
import { followStepImage, setStepImage } from './set-step-image'
import { setStepLanguage } from './set-step-language'
import { setValueRow } from './set-value-row'
import { readSettings } from './settings'
import { orphanedSettings, stepsOf } from './steps'
import { filesOf, RENDER, RENDER_REF, redis, textsOf } from './testing'

const HOSTILE = [
  'a: {b',
  'a\nb: c',
  '${x}',
  '"; rm -rf /',
  '$(id)',
  '*/',
  '../x',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'a/b',
  '- a',
  '# a',
  '&a',
  '*a',
  'yes',
  '010',
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\u2028b',
  '...',
  '---',
]
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'instance', 'render', 'setup') },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const before = fc.option(fc.nat(2), { nil: undefined })
const workflow = fc.constantFrom(...WORKFLOWS)
const language = fc.constantFrom(...LANGUAGES)
const side = fc.constantFrom('success' as const, 'failure' as const)
const manifest = fc.constantFrom(
  'kind: A\n',
  '# c\nkind: B\nmetadata: {name: "../x"}\n---\nkind: C # c\nmetadata:\n  name: c\n',
  '- no object\n',
  'broken: [',
)

/** A command on what the repository has by then: `pick` chooses among it. */
type Move = (files: Files) => Command
const pick = fc.nat(100)

function viewOf(files: Files) {
  const content = files.get('promise.yaml')
  return readPromise(content && promiseDocument(content)?.value())
}
/** A step that is there; for 0, and when there is none, one that is not. */
function stepOf(files: Files, n: number): StepRef {
  const steps = stepsOf(viewOf(files), readSettings(files).settings)
  return steps[n % (steps.length + 1)]?.ref ?? { ...RENDER_REF, step: 9 }
}
function pipelineOf(files: Files, n: number): PipelineRef {
  const all = viewOf(files).workflows.flatMap(({ type, action, pipelines }) =>
    pipelines.map((_, pipeline) => ({ type, action, pipeline })),
  )
  return all[n % (all.length + 1)] ?? { type: 'promise', action: 'delete', pipeline: 9 }
}
function renderOf(files: Files, n: number): { key: StepKey; values: string[] } {
  const steps = renderSteps(viewOf(files), readSettings(files).settings)
  const chosen = steps[n % (steps.length + 1)]
  return { key: chosen?.key ?? RENDER, values: Object.keys(chosen?.step.values ?? { gone: 1 }) }
}

const command: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(workflow, before).map(
    ([at, to]): Move =>
      () =>
        addPipeline(at, { before: to }),
  ),
  fc.tuple(workflow, text).map(
    ([at, name]): Move =>
      () =>
        addPipeline(at, { name }),
  ),
  fc.tuple(pick, fc.constantFrom('render' as const, 'custom' as const), language, before).map(
    ([n, kind, lang, to]): Move =>
      (files) => {
        const at = pipelineOf(files, n)
        return addStep(at, { kind, language: lang }, { pipeline: at.pipeline, before: to })
      },
  ),
  fc.tuple(workflow, text, text).map(
    ([at, image, name]): Move =>
      () =>
        addStep(at, { kind: 'image', image }, { name }),
  ),
  fc.tuple(pick, text).map(
    ([n, name]): Move =>
      (files) =>
        renameStep(stepOf(files, n), name),
  ),
  fc.tuple(pick, text).map(
    ([n, name]): Move =>
      (files) =>
        renamePipeline(pipelineOf(files, n), name),
  ),
  pick.map(
    (n): Move =>
      (files) =>
        duplicateStep(stepOf(files, n)),
  ),
  pick.map(
    (n): Move =>
      (files) =>
        duplicatePipeline(pipelineOf(files, n)),
  ),
  fc.tuple(pick, pick, before).map(
    ([n, m, to]): Move =>
      (files) =>
        moveStep(stepOf(files, n), pipelineOf(files, m), to),
  ),
  fc.tuple(pick, workflow, before).map(
    ([n, at, to]): Move =>
      (files) =>
        movePipeline(pipelineOf(files, n), at, to),
  ),
  pick.map(
    (n): Move =>
      (files) =>
        removeStep(stepOf(files, n)),
  ),
  pick.map(
    (n): Move =>
      (files) =>
        removePipeline(pipelineOf(files, n)),
  ),
  fc.tuple(pick, text).map(
    ([n, image]): Move =>
      (files) =>
        setStepImage(stepOf(files, n), image),
  ),
  pick.map(
    (n): Move =>
      (files) =>
        followStepImage(stepOf(files, n)),
  ),
  fc.tuple(pick, language).map(
    ([n, lang]): Move =>
      (files) =>
        setStepLanguage(renderOf(files, n).key, lang),
  ),
  fc.tuple(pick, text, text).map(
    ([n, name, value]): Move =>
      (files) =>
        setValueRow(renderOf(files, n).key, name, { constant: value }),
  ),
  fc.tuple(pick, pick, text).map(
    ([n, m, from]): Move =>
      (files) => {
        const { key, values } = renderOf(files, n)
        return setValueRow(key, values[m % values.length] ?? '', { from: `spec.${from}` })
      },
  ),
  fc.tuple(pick, pick, text).map(
    ([n, m, to]): Move =>
      (files) => {
        const { key, values } = renderOf(files, n)
        return renameValueRow(key, values[m % values.length] ?? '', to)
      },
  ),
  fc.tuple(pick, pick).map(
    ([n, m]): Move =>
      (files) => {
        const { key, values } = renderOf(files, n)
        return removeValueRow(key, values[m % values.length] ?? '')
      },
  ),
  fc.tuple(pick, side, text, text).map(
    ([n, where, name, value]): Move =>
      (files) =>
        setStatusText(renderOf(files, n).key, where, name, value),
  ),
  fc.tuple(pick, side).map(
    ([n, where]): Move =>
      (files) =>
        removeStatusText(renderOf(files, n).key, where, 'stage'),
  ),
  fc.tuple(pick, text).map(
    ([n, path]): Move =>
      (files) =>
        addTemplate(renderOf(files, n).key, `${path}.yaml`, 'a: 1\n'),
  ),
  fc.tuple(pick, text).map(
    ([n, path]): Move =>
      (files) =>
        renameTemplate(renderOf(files, n).key, 'failover.yaml', `${path}.yaml`),
  ),
  fc.tuple(text, manifest, fc.constantFrom('inside' as const, 'image' as const)).map(
    ([path, source, how]): Move =>
      () =>
        addDependencies([{ path, content: FileContent.fromText(source) }], how),
  ),
  fc.constantFrom('inside' as const, 'image' as const).map(
    (how): Move =>
      () =>
        moveDependencies(how),
  ),
  fc.nat(2).map(
    (item): Move =>
      () =>
        removeDependency({ item }),
  ),
)

/** What must hold of a repository after any command. */
function checkRepository(files: Files): void {
  for (const path of files.keys()) expect(isSafePath(path), path).toBe(true)
  const content = files.get('promise.yaml')
  if (!content) throw new Error('promise.yaml is gone')
  const documents = parseYaml(content.text ?? '')
  expect(documents).toHaveLength(1)
  expect(documents[0]?.broken).toBe(false)
  const value = documents[0]?.value()
  expect(Object.keys(Object(value))).toEqual(['apiVersion', 'kind', 'metadata', 'spec'])
  expect(Object.keys(Object(value).spec).filter((name) => !KNOWN.includes(name))).toEqual([])

  const { settings, diagnostics } = readSettings(files)
  expect(diagnostics).toEqual([])
  const view = readPromise(value)
  expect(orphanedSettings(view, settings)).toEqual([])
  const folders = stepsOf(view, settings).flatMap(({ folder }) => folder ?? [])
  for (const path of files.keys()) {
    const own = path.startsWith(BASE_FOLDER) ? path.slice(BASE_FOLDER.length) : path
    if (own.startsWith('workflows/')) {
      expect(
        folders.some((folder) => own.startsWith(folder)),
        path,
      ).toBe(true)
    }
  }
}
const KNOWN = ['api', 'workflows', 'dependencies']

test('any sequence of commands keeps text, settings and folders together, and can be undone', () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 12 }), (commands) => {
      let files = filesOf(redis)
      const history: { readonly files: Files; readonly texts: object }[] = []
      for (const one of commands) {
        const outcome = one(files).run(files)
        if (outcome.kind !== 'change') continue
        history.push({ files, texts: textsOf(files) })
        files = applyFileEdits(files, outcome.edits)
        checkRepository(files)
      }
      for (const state of history.reverse()) expect(textsOf(state.files)).toEqual(state.texts)
    }),
    { numRuns: 60 },
  )
})

describe('a Promise of the corpus', () => {
  const corpus = new URL('../yaml/fixtures/corpus/', import.meta.url)
  const names = readdirSync(corpus).filter((name) => name.endsWith('.yaml'))

  test.each(names)('%s keeps every line that a command does not declare', (name) => {
    const source = readFileSync(new URL(name, corpus), 'utf8')
    const start = filesOf({ 'promise.yaml': source })
    const value = (files: Files) => {
      const content = files.get('promise.yaml')
      return content && promiseDocument(content)?.value()
    }
    const view = readPromise(value(start))
    const at = { type: 'resource', action: 'configure' } as const
    const first = { ...at, pipeline: 0 }
    const step = { ...first, step: 0 }
    const additive = [
      addPipeline(at, { name: 'another' }),
      addStep(at, { kind: 'render', language: 'go' }),
      addStep({ type: 'promise', action: 'delete' }, { kind: 'custom', language: 'bash' }),
      addDependencies([{ path: 'a', content: FileContent.fromText('kind: A\n') }], 'inside'),
      addDependencies([{ path: 'a', content: FileContent.fromText('kind: A\n') }], 'image'),
      ...(view.workflows[1]?.pipelines.length
        ? [duplicatePipeline(first), duplicateStep(step)]
        : []),
    ]
    for (const one of additive) {
      const outcome = one.run(start)
      if (outcome.kind !== 'change') throw new Error(`${one.label}: ${JSON.stringify(outcome)}`)
      const after = applyFileEdits(start, outcome.edits)
      const lines = after.get('promise.yaml')?.text?.split('\n') ?? []
      let from = 0
      for (const line of source.split('\n')) {
        if (/: (\[\]|\{\}|null)$/.test(line)) continue // an empty collection is filled
        const found = lines.indexOf(line, from)
        expect(found, `${one.label}: ${line}`).toBeGreaterThanOrEqual(from)
        from = found + 1
      }
      expect(withoutOurs(value(after))).toEqual(withoutOurs(value(start)))
    }
    if (!view.workflows[1]?.pipelines.length) return
    for (const one of [renameStep(step, 'renamed'), renamePipeline(first, 'renamed')]) {
      const outcome = one.run(start)
      if (outcome.kind !== 'change') throw new Error(JSON.stringify(outcome))
      const lines =
        applyFileEdits(start, outcome.edits).get('promise.yaml')?.text?.split('\n') ?? []
      const changed = source.split('\n').filter((line, i) => line !== lines[i])
      expect(changed).toHaveLength(1)
      expect(lines).toHaveLength(source.split('\n').length)
    }
  })
})

function withoutOurs(value: unknown): unknown {
  const { spec, ...rest } = Object(value)
  const { workflows: _workflows, dependencies: _dependencies, ...others } = Object(spec)
  return { ...rest, spec: others }
}
