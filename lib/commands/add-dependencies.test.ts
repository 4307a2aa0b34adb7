import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FileContent } from '@/lib/promise/files'
import { parseYaml } from '@/lib/yaml/document'
import { addDependencies } from './add-dependencies'
import { moveDependencies } from './move-dependencies'
import { removeDependency } from './remove-dependency'
import { after, filesOf, redis, refusal, type Texts } from './testing'

const file = (path: string, text: string) => ({ path, content: FileContent.fromText(text) })
const promise = redis['promise.yaml'] ?? ''
const IMAGE = 'workflows/promise/configure/dependencies/configure-deps'

const OPERATOR = `# Source: operator

apiVersion: v1
kind: Namespace
metadata:
  name: redis # the one
---
apiVersion: v1
kind: ConfigMap
metadata:
    name: Scripts
    namespace: redis
data:
    # a script
    run.sh: |
        #!/bin/sh
        echo "a: {b"

        exit 0
    # after it
# the end
`

test('documents become items of the list as they stand, comments too', () => {
  const texts = after(redis, addDependencies([file('op.yaml', OPERATOR)], 'inside'))
  const text = texts['promise.yaml'] ?? ''
  expect(text.startsWith(promise)).toBe(true)
  expect(text.slice(promise.length)).toBe(`  dependencies:
    - # Source: operator
      apiVersion: v1
      kind: Namespace
      metadata:
        name: redis # the one
    - # the end
      apiVersion: v1
      kind: ConfigMap
      metadata:
          name: Scripts
          namespace: redis
      data:
          # a script
          run.sh: |
              #!/bin/sh
              echo "a: {b"

              exit 0
          # after it
`)
  const more = after(
    texts,
    addDependencies([file('x.json', '{"kind": "A", "b": "# c"}')], 'inside'),
  )
  expect(more['promise.yaml']).toBe(`${text}    - {"kind": "A", "b": "# c"}\n`)
})

test('several documents go to the end of a list at once', () => {
  const one = after(redis, addDependencies([file('a.yaml', 'kind: A\n')], 'inside'))
  const all = after(one, addDependencies([file('b.yaml', 'kind: B\n---\nkind: C')], 'inside'))
  expect(all['promise.yaml']).toBe(`${one['promise.yaml']}    - kind: B\n    - kind: C\n`)
  const open = { ...one, 'promise.yaml': one['promise.yaml']?.trimEnd() ?? '' }
  const ended = after(open, addDependencies([file('b.yaml', 'kind: B\n---\nkind: C')], 'inside'))
  const [document] = parseYaml(ended['promise.yaml'] ?? '')
  expect(document?.value()).toMatchObject({
    spec: { dependencies: [{ kind: 'A' }, { kind: 'B' }, { kind: 'C' }] },
  })
})

test('as an image, the files stay as they are and a step copies them, before all others', () => {
  const files = [file('deps/op.yaml', OPERATOR), file('../../etc/pass wd', 'kind: B\n')]
  const texts = after(redis, addDependencies(files, 'image'))
  expect(texts[`${IMAGE}/resources/deps/op.yaml`]).toBe(OPERATOR)
  expect(texts[`${IMAGE}/resources/etc/pass-wd.yaml`]).toBe('kind: B\n')
  expect(texts['.promise-designer.yaml']).toBe(
    `${redis['.promise-designer.yaml']}  promise/configure/dependencies/configure-deps:\n    kind: dependencies\n`,
  )
  expect(texts['promise.yaml']).toBe(`${promise}    promise:
      configure:
        - apiVersion: platform.kratix.io/v1alpha1
          kind: Pipeline
          metadata:
            name: dependencies
          spec:
            containers:
              - name: configure-deps
                image: ghcr.io/team/redis-configure-deps:v0.1.0
`)
  const again = after(texts, addDependencies([file('deps/op.yaml', 'kind: C\n')], 'image'))
  expect(again[`${IMAGE}/resources/deps/op-2.yaml`]).toBe('kind: C\n')
})

const values = (texts: Texts) =>
  Object.entries(texts)
    .filter(([path]) => path.startsWith(IMAGE) && path.endsWith('.yaml'))
    .flatMap(([, text]) => parseYaml(text).map((document) => document.value()))

test('the switch moves every document there and back, with its comments', () => {
  const inside = after(redis, addDependencies([file('op.yaml', OPERATOR)], 'inside'))
  const image = after(inside, moveDependencies('image'))
  expect(image['promise.yaml']).not.toContain('ConfigMap')
  expect(image[`${IMAGE}/resources/namespace-redis.yaml`]).toBe(
    '# Source: operator\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: redis # the one\n',
  )
  expect(image[`${IMAGE}/resources/configmap-scripts.yaml`]).toBe(`# the end
apiVersion: v1
kind: ConfigMap
metadata:
    name: Scripts
    namespace: redis
data:
    # a script
    run.sh: |
        #!/bin/sh
        echo "a: {b"

        exit 0
    # after it
`)
  const back = after(image, moveDependencies('inside'))
  expect(Object.keys(back)).toEqual(Object.keys(redis).sort())
  const twice = after(back, moveDependencies('image'))
  expect(values(twice)).toEqual(values(image))
  expect(twice).toEqual({ ...image, 'promise.yaml': twice['promise.yaml'] })
})

test('an item that leans on an anchor outside becomes a document that stands alone', () => {
  const anchored = `${promise.replace('labels:', 'labels: &labels')}  dependencies:
  # first
  - kind: A
    metadata: {name: a, labels: *labels}
  -   # odd
      kind: A
      metadata:
        name: a
`
  const texts = after({ ...redis, 'promise.yaml': anchored }, moveDependencies('image'))
  expect(texts[`${IMAGE}/resources/a-a.yaml`]).toBe(
    'kind: A\nmetadata:\n  name: a\n  labels:\n    kratix.io/promise-version: v0.1.0\n',
  )
  expect(texts[`${IMAGE}/resources/a-a-2.yaml`]).toBe('# odd\nkind: A\nmetadata:\n  name: a\n')
})

test('a dependency goes alone, and a file with its last document', () => {
  const inside = after(redis, addDependencies([file('op.yaml', OPERATOR)], 'inside'))
  const one = after(inside, removeDependency({ item: 0 }))
  expect(one['promise.yaml']).not.toContain('Namespace\n')
  expect(one['promise.yaml']).toContain('kind: ConfigMap')

  const image = after(redis, addDependencies([file('op.yaml', OPERATOR)], 'image'))
  const path = `${IMAGE}/resources/op.yaml`
  const first = after(image, removeDependency({ file: path, document: 0 }))
  expect(first[path]).toBe(OPERATOR.slice(OPERATOR.indexOf('---')))
  expect(after(first, removeDependency({ file: path, document: 0 }))[path]).toBeUndefined()
  expect(refusal(image, removeDependency({ file: path, document: 2 }))).toContain('document 3')
})

test('what is no manifest is refused', () => {
  const add = (text: string) => refusal(redis, addDependencies([file('x.yaml', text)], 'inside'))
  expect(add('a: [')).toContain('"x.yaml": document 1')
  expect(add('kind: A\n---\n- b\n')).toContain('"x.yaml": document 2')
  expect(add('# nothing\n')).toContain('no manifests')
  expect(refusal(redis, addDependencies([], 'image'))).toContain('no manifests')
  expect(refusal(redis, moveDependencies('image'))).toContain('no dependencies')
  expect(refusal(redis, moveDependencies('inside'))).toContain('no step')
  const image = after(redis, addDependencies([file('a.yaml', 'kind: A\n')], 'image'))
  const readme = { ...image, [`${IMAGE}/resources/README.md`]: '# Redis\n' }
  expect(refusal(readme, moveDependencies('inside'))).toContain('README.md')
})

test('a list in braces, and anchors of the same name, keep their meaning', () => {
  const flow = { 'promise.yaml': '{kind: Promise, spec: {dependencies: [{kind: A}]}}\n' }
  const add = addDependencies([file('b.yaml', 'kind: B\nx: |\n  a\n')], 'inside')
  expect(parseYaml(after(flow, add)['promise.yaml'] ?? '')[0]?.value()).toEqual({
    kind: 'Promise',
    spec: { dependencies: [{ kind: 'A' }, { kind: 'B', x: 'a\n' }] },
  })
  const anchored = {
    'promise.yaml': 'a: &x 1\nspec:\n  dependencies:\n  - kind: A\nb: *x\n',
  }
  const other = addDependencies([file('b.yaml', 'kind: &x B\nc: *x\n')], 'inside')
  expect(after(anchored, other)['promise.yaml']).toBe(
    'a: &x 1\nspec:\n  dependencies:\n  - kind: A\n  - kind: B\n    c: B\nb: *x\n',
  )
})

test('line ends are those of the document', () => {
  const crlf = { 'promise.yaml': 'kind: Promise\r\nspec:\r\n  dependencies:\r\n  - kind: A\r\n' }
  const add = addDependencies([file('b.yaml', 'kind: B\nx:\n  y: 1\n---\nkind: C\n')], 'inside')
  expect(after(crlf, add)['promise.yaml']).toBe(
    `${crlf['promise.yaml']}  - kind: B\r\n    x:\r\n      y: 1\r\n  - kind: C\r\n`,
  )
})

test('the same file is not added twice', () => {
  const add = addDependencies([file('a.yaml', 'kind: A\n')], 'image')
  expect(add.run(filesOf(after(redis, add))).kind).toBe('unchanged')
})

test('the real manifests of the Redis operator go in and out again', () => {
  const folder = new URL('./fixtures/', import.meta.url)
  const source = readFileSync(new URL('redis-operator.yaml', folder), 'utf8')
  const inside = after(redis, addDependencies([file('op.yaml', source)], 'inside'))
  const image = after(inside, moveDependencies('image'))
  expect(values(image)).toHaveLength(parseYaml(source).filter((one) => one.value()).length)
  for (const document of parseYaml(source)) {
    if (document.value()) expect(values(image)).toContainEqual(document.value())
  }
})
