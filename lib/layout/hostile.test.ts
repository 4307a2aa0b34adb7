import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PROMISE_FILE } from '@/lib/promise/files'
import { documentsOf } from '@/lib/yaml/document'
import { layoutOf, promiseContent } from './assemble'
import { runAssembled } from './distribute'
import { toPromise, toReal } from './places'
import { GROWN_SPLIT, HEAD, promiseOf, repository } from './testing'

const WORKFLOW = 'workflows/resource/configure/workflow.yaml'

/** Pieces of texts that lead out of their place when they are put below a key. */
const aText = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('a: 1\n', '- b\n', '  c: d\n', '# e\n', '\n', '   \n'),
      },
      fc.constantFrom(
        '---\n',
        '...\n',
        '--- |\n',
        '%YAML 1.1\n',
        '\ufeff',
        '\t',
        '\r',
        '\r\n',
        '\u2028',
      ),
      fc.constantFrom(
        '"',
        "'",
        '[',
        '{',
        '}',
        ']',
        '|\n',
        '>-\n',
        '&a ',
        '*a',
        '<<: *a\n',
        '!!str ',
      ),
      fc.constantFrom('kind: Promise\n', 'spec:\n', 'spec: {}\n', 'spec: [a]\n', 'workflows: &x\n'),
      fc.string(),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

test('whatever the parts hold, the Promise is read or broken, and places stay in their files', () => {
  const parts = fc.record({
    'api.yaml': fc.oneof(aText, fc.constant(GROWN_SPLIT['api.yaml'] ?? '')),
    'dependencies.yaml': aText,
    [WORKFLOW]: aText,
    [PROMISE_FILE]: fc.option(fc.oneof(aText, fc.constant(HEAD)), { nil: undefined }),
  })
  fc.assert(
    fc.property(parts, fc.nat(), (texts, at) => {
      const present = Object.entries(texts).filter(([, text]) => text !== undefined)
      const files = repository(Object.fromEntries(present) as Record<string, string>)
      const content = promiseContent(files)
      if (!content) return
      for (const document of documentsOf(content)) {
        if (!layoutOf(files)) break
        for (const { range } of document.problems) {
          const real = toReal(files, { file: PROMISE_FILE, path: [] }, range)
          const size = (files.get(real.file)?.text ?? layoutOf(files)?.head.text ?? '').length
          expect(real.range?.from).toBeGreaterThanOrEqual(0)
          expect(real.range?.to).toBeLessThanOrEqual(size)
        }
      }
      toPromise(files, WORKFLOW, at % 200)
      const write = { kind: 'text', path: PROMISE_FILE, edits: [] } as const
      runAssembled(files, { label: 'x', run: () => ({ kind: 'change', edits: [write] }) })
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('a part cannot say anything outside of its place', () => {
  const outside = [
    'a: 1\rspec: {}\r',
    'a: "b\nspec: c',
    'a: |1\n b\nspec: c\n',
    '- a\n---\nspec: b\n',
  ]
  for (const text of outside) {
    const files = repository({ ...GROWN_SPLIT, 'dependencies.yaml': text })
    const document = promiseOf(files)
    const own = documentsOf(files.get('dependencies.yaml') as never)[0]
    if (document.broken) continue
    expect(document.value()).toMatchObject({
      kind: 'Promise',
      spec: { api: { kind: 'CustomResourceDefinition' }, dependencies: own?.value() },
    })
  }
})

test('every offset of a part has one in the Promise, and back', () => {
  const files = repository({ ...GROWN_SPLIT, [PROMISE_FILE]: HEAD })
  for (const piece of layoutOf(files)?.pieces ?? []) {
    const { from, to, source } = piece.copied
    for (let at = from; at < to; at++) {
      const joined = piece.toJoined(at)
      expect(layoutOf(files)?.text[joined]).toBe(source[at])
      expect(piece.toSource(joined)).toBe(at)
    }
  }
})
