import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderStep } from '@/lib/render/render-step'
import { anyDesign, anyRequest, anyTemplatesOfDesign } from '@/lib/render/testing/steps'
import { readYaml, writeYaml } from './programs/kratix/index'
import { type Rendered, render, type Step } from './programs/render/index'
import { stepTable } from './render'

/** The program's answer in the shape of the engine's. */
function answer(work: () => Rendered): unknown {
  try {
    return { ok: true, ...work() }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** What is left after a program has written it and a reader of YAML has read it. */
const throughYaml = (value: unknown) => readYaml(writeYaml(value))[0]

test('the renderer of the programs does what lib/render says', () => {
  const cases = anyDesign.chain((design) =>
    fc.record({
      design: fc.constant(design),
      templates: anyTemplatesOfDesign,
      request: anyRequest(design),
    }),
  )
  fc.assert(
    fc.property(cases, ({ design, templates, request }) => {
      const expected = renderStep({ ...design, templates }, request)
      const sorted = [...templates].sort((a, b) =>
        Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)),
      )
      const table = stepTable({ ...design, templates }) as Step
      const found = answer(() => render(table, sorted, request))
      if (!expected.ok) expect(found).toEqual({ ok: false, reason: expected.reason })
      else {
        expect(throughYaml(found)).toEqual(throughYaml(expected))
        expect(throughYaml(found)).toEqual(found)
      }
    }),
    { numRuns: 40 },
  )
}, 180_000) // making a case takes longer than rendering it

test('the first fault in the order of the text is told, also where JavaScript orders keys anew', () => {
  const step: Step = { type: 'resource', values: [], status: { success: {}, failure: {} } }
  const request = { metadata: { name: 'a', namespace: 'b' } }
  const text = 'a: ${first}\n"1": ${second}\n'
  expect(answer(() => render(step, [{ path: 't.yaml', text }], request))).toEqual({
    ok: false,
    reason: 't.yaml: ${first} names no value of this step',
  })
})
