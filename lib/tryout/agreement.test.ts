import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepFiles } from '@/lib/build/step-files'
import { filesOf, RENDER, redisPromise } from '@/lib/build/testing'
import { readSettings } from '@/lib/commands/settings'
import { stepsOf } from '@/lib/commands/steps'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { checkLabelValue } from '@/lib/promise/names'
import { isRecord } from '@/lib/promise/path'
import { readPromise } from '@/lib/promise/read'
import { renderStep } from '@/lib/render/render-step'
import {
  anyDesign,
  anyRequest,
  anyTemplatesOfDesign,
  type Design,
} from '@/lib/render/testing/steps'
import type { RenderValue } from '@/lib/render/types'
import { parseYaml } from '@/lib/yaml/document'
import { printYaml } from '@/lib/yaml/edit'
import { run } from './run'
import { around, configure } from './testing'

const LONG = process.env.LONG === '1'

/** A Promise whose API takes anything, so that odd requests reach the step. */
const open = structuredClone(redisPromise([configure('instance', 'render')])) as {
  spec: { api: { spec: { versions: { schema: unknown }[] } } }
}
for (const version of open.spec.api.spec.versions) {
  version.schema = {
    openAPIV3Schema: {
      type: 'object',
      properties: { spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
    },
  }
}
const promise = printYaml(open)

function settingsOf({ source, default: fallback, map }: RenderValue): object {
  const rest = { ...(fallback !== undefined && { default: fallback }), ...(map && { map }) }
  switch (source.kind) {
    case 'name':
      return { from: 'request.name', ...rest }
    case 'namespace':
      return { from: 'request.namespace', ...rest }
    case 'spec':
      return { from: ['spec', ...source.path].join('.'), ...rest }
    case 'label':
      return { label: source.label, ...rest }
    case 'constant':
      return { constant: source.value, ...rest }
  }
}

/** Texts that the API server takes as a label and that YAML would read as something else. */
const ODD_LABELS = ['', 'null', '1e3', 'true', '0x1F', '2024-01-01', '1_000']

/** A request with other texts where the API server would refuse its labels. */
function withGoodLabels(request: unknown): object {
  const { metadata } = request as { metadata: { labels: Record<string, string> } }
  const labels = Object.entries(metadata.labels).map(([key, value]) => [
    key,
    checkLabelValue(value) ? ODD_LABELS[value.length % ODD_LABELS.length] : value,
  ])
  return { ...Object(request), metadata: { ...metadata, labels: Object.fromEntries(labels) } }
}

function repository(
  { values, status }: Design,
  templates: readonly { path: string; text: string }[],
) {
  const step = {
    ...{ kind: 'render', language: 'typescript', status },
    values: Object.fromEntries(values.map((value) => [value.name, settingsOf(value)])),
  }
  const settings = { version: 1, steps: { 'resource/configure/instance/render': step } }
  return filesOf({
    [PROMISE_FILE]: promise,
    [SETTINGS_FILE]: printYaml(settings),
    ...Object.fromEntries(templates.map(({ path, text }) => [`${RENDER}resources/${path}`, text])),
  })
}

test('for random designs and requests a run writes what the step renders', () => {
  let [rendered, failed] = [0, 0]
  fc.assert(
    fc.property(
      anyDesign
        .map((design): Design => ({ ...design, type: 'resource' }))
        .chain((design) => fc.tuple(fc.constant(design), anyTemplatesOfDesign, anyRequest(design))),
      ([design, templates, sent]) => {
        const object = {
          ...withGoodLabels(sent),
          ...{ apiVersion: 'mygroup.org/v1alpha1', kind: 'Redis' },
        }
        const files = repository(design, templates)
        const view = readPromise(parseYaml(promise)[0]?.value())
        const [step] = stepsOf(view, readSettings(files).settings)
        const input =
          step?.folder && stepFiles(files, view, { ...step, folder: step.folder }).render
        if (!input) return
        const made = run(files, object, around(), () => 0)
        if (made.outcome === 'refused') return
        const wanted = renderStep(input, made.object)
        const [done] = made.pipelines.flatMap(({ steps }) => steps)
        expect(done?.state).toBe(wanted.ok ? 'succeeded' : 'failed')
        if (!wanted.ok) {
          failed += 1
          expect(done?.log).toEqual([`error: ${wanted.reason}`])
          expect(done?.written).toEqual([])
          return
        }
        rendered += 1
        const output = made.pipelines[0]?.output ?? []
        expect(output.map(({ path, text = '' }) => [path, documents(text)])).toEqual(
          [...wanted.files]
            .sort((a, b) => (a.path < b.path ? -1 : 1))
            .map((file) => [file.path, file.documents]),
        )
        const status = made.pipelines[0]?.metadata.find(({ path }) => path === 'status.yaml')?.text
        expect(documents(status ?? '')).toEqual([wanted.status])
      },
    ),
    { numRuns: LONG ? 3_000 : 50 },
  )
  // So that a generator which makes nothing usable is seen.
  expect(rendered).toBeGreaterThan(3)
  expect(failed).toBeGreaterThan(3)
})

function documents(text: string): readonly unknown[] {
  return parseYaml(text)
    .map((document) => document.value())
    .map((value) => (isRecord(value) ? { ...value } : value))
}
