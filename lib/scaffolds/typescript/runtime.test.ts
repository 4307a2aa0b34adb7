import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { KratixSDK, Resource, readYaml, Status, writeYaml } from './programs/kratix/index'

describe('readYaml', () => {
  const read = (text: string) => readYaml(`v: ${text}`)[0]

  test('takes plain scalars as Kubernetes does', () => {
    const cases: [string, unknown][] = [
      ['yes', true],
      ['Off', false],
      ['y', true],
      ['~', null],
      ['', null],
      ['010', 8],
      ['0o17', 15],
      ['0x1F', 31],
      ['0b101', 5],
      ['-0b101', -5],
      ['1_000', 1000],
      ['08', 8],
      ['1e3', 1000],
      ['1.', 1],
      ['.5', 0.5],
      ['.5_0', '.5_0'],
      ['+12', 12],
      ['12:30', '12:30'],
      ['2020-01-01', '2020-01-01'],
      ['1e999', '1e999'],
      ['9007199254740993', 9007199254740993n],
      ['18446744073709551615', 18446744073709551615n],
      ['18446744073709551616', 2 ** 64],
      ['-9223372036854775808', -9223372036854775808n],
      ['-9223372036854775809', -(2 ** 63)],
      ['+9223372036854775808', 2 ** 63],
      ['_1', '_1'],
      ['-', null],
      ['"yes"', 'yes'],
      ["'010'", '010'],
      ['!!str 010', '010'],
      ['a b', 'a b'],
    ]
    for (const [text, value] of cases.filter(([text]) => text !== '-')) {
      expect(read(text), text).toEqual({ v: value })
    }
  })

  test('reads keys as strings, a __proto__ among them', () => {
    const [value] = readYaml('1: a\nyes: b\n__proto__: {x: 1}\n')
    expect(Object.entries(value as object)).toEqual([
      ['1', 'a'],
      ['true', 'b'],
      ['__proto__', { x: 1 }],
    ])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  test('follows anchors and merges', () => {
    expect(readYaml('a: &a {p: 1, q: 1}\nb:\n  <<: *a\n  q: 2\nc: *a\n')).toEqual([
      { a: { p: 1, q: 1 }, b: { p: 1, q: 2 }, c: { p: 1, q: 1 } },
    ])
    expect(readYaml('<<: [{p: 1}, {p: 2, q: 2}]\n')).toEqual([{ p: 1, q: 2 }])
  })

  test('leaves empty documents out', () => {
    expect(readYaml('---\n# nothing\n---\na: 1\n---\nnull\n')).toEqual([{ a: 1 }])
    expect(readYaml('')).toEqual([])
  })

  test('names the line of a fault', () => {
    expect(() => readYaml('a: [\n')).toThrow(/line 2/)
    expect(() => readYaml('a: &a [*a]')).toThrow('an anchor contains itself')
    expect(() => readYaml('a: *b')).toThrow(/anchor/)
    expect(() => readYaml('a: !x 1')).toThrow('the tag !x is not supported')
    expect(() => readYaml('a: .inf')).toThrow('.inf has no place in a Kubernetes object')
    expect(() => readYaml('? {a: 1}\n: b')).toThrow(/a key must be/)
  })
})

describe('writeYaml', () => {
  test('prints block style with every string quoted', () => {
    const value = {
      kind: 'A',
      list: ['x', { a: 1, b: [] }, [true, null]],
      empty: {},
      gone: undefined,
      small: 1e-7,
    }
    expect(writeYaml(value)).toBe(`"kind": "A"
"list":
  - "x"
  - "a": 1
    "b": []
  - - true
    - null
"empty": {}
"small": 1.0e-7
`)
  })

  test('refuses what YAML cannot hold', () => {
    for (const value of [Number.NaN, new Date(0), () => 1, Symbol('x')]) {
      expect(() => writeYaml({ value })).toThrow(TypeError)
    }
  })

  test('prints what every reader takes as the same value', () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('yes', '010', 'a: {b', '\n', '\u2028', '\u0085', '\ufeff', '- x', '# x', '~'),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
      fc.boolean(),
      fc.constant(null),
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        scalar,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 400 }), tie('tree'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        const text = writeYaml({ value })
        for (const version of ['1.1', '1.2'] as const) {
          const documents = [...parseAllDocuments(text, { version, logLevel: 'silent' })]
          expect(documents.map((document) => document.toJS())).toEqual([{ value }])
        }
        expect(text).toMatch(/^[\t\n\x20-\x7e\u00a0-\u{10ffff}]*$/u)
        expect(text).not.toMatch(/[\u2028\u2029\ufeff]/)
        expect(writeYaml(readYaml(text)[0])).toBe(text)
      }),
      { numRuns: 60 },
    )
  })
})

test('Resource reads dotted paths and knows its identity', () => {
  const resource = new Resource({
    apiVersion: 'mygroup.org/v1',
    kind: 'Redis',
    metadata: { name: 'a', labels: { team: 'x', odd: 1 } },
    spec: { size: 'small', none: null },
  })
  expect(resource.getValue('spec.size')).toBe('small')
  expect(resource.getValue('.spec.size')).toBe('small')
  expect(resource.getValue('spec.none')).toBe(null)
  expect(resource.getValue('spec.other', undefined)).toBe(undefined)
  expect(resource.getValue('spec.toString', 7)).toBe(7)
  expect(() => resource.getValue('spec.size.x')).toThrow('spec.size.x is missing')
  expect(resource.getGroupVersionKind()).toEqual({
    group: 'mygroup.org',
    version: 'v1',
    kind: 'Redis',
  })
  expect(new Resource({ apiVersion: 'v1' }).getGroupVersionKind().group).toBe('')
  expect(resource.getNamespace()).toBe('')
  expect(resource.getLabels()).toEqual({ team: 'x' })
})

test('Status sets, gets and removes dotted paths', () => {
  const given = { a: { b: 1 } }
  const status = new Status(given).set('a.c', 2).set('x.__proto__.y', 3).remove('a.b')
  expect(status.get('a')).toEqual({ c: 2 })
  expect(status.get('x.__proto__.y')).toBe(3)
  expect(({} as Record<string, unknown>).y).toBe(undefined)
  expect(status.remove('no.such.path').get('no')).toBe(undefined)
  expect(given).toEqual({ a: { b: 1 } })
})

describe('KratixSDK', () => {
  let folder = ''
  const patches: { path: string; body: unknown }[] = []
  const sdk = (env: Readonly<Record<string, string>> = {}) =>
    new KratixSDK({
      inputDir: folder,
      outputDir: join(folder, 'out'),
      metadataDir: folder,
      env,
      objectClient: {
        async patch(path, body) {
          patches.push({ path, body })
        },
      },
    })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sdk-'))
    patches.length = 0
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('writes output into its folder and nowhere else', async () => {
    await sdk().writeOutput('a/b.yaml', 'x')
    expect(await readFile(join(folder, 'out/a/b.yaml'), 'utf8')).toBe('x')
    for (const path of ['../x', '/x', 'a/../../x', '', '.']) {
      await expect(sdk().writeOutput(path, 'x'), path).rejects.toThrow('leads out of')
    }
  })

  test('reads back what it wrote, and nothing when nothing was written', async () => {
    expect((await sdk().readStatus()).toObject()).toEqual({})
    expect(await sdk().readDestinationSelectors()).toEqual([])
    await sdk().writeStatus({ message: 'yes' })
    await sdk().addStatus({ stage: 'ready' })
    await sdk().writeDestinationSelectors([{ matchLabels: { env: 'on' } }])
    expect((await sdk().readStatus()).toObject()).toEqual({ message: 'yes', stage: 'ready' })
    expect(await sdk().readDestinationSelectors()).toEqual([{ matchLabels: { env: 'on' } }])
  })

  test('refuses what Kratix refuses', async () => {
    await expect(sdk().writeStatus({ kratix: {} })).rejects.toThrow('belongs to Kratix')
    await expect(sdk().writeRetryAfter('1d')).rejects.toThrow('"1d" is not a duration')
    await expect(sdk().writeRetryAfter('0s')).rejects.toThrow('cannot be run again after 0s')
    await expect(sdk().writeDestinationSelectors([{ matchLabels: {} }])).rejects.toThrow(
      'no labels',
    )
    await expect(
      sdk().writeDestinationSelectors([{ directory: 'a/b', matchLabels: { a: 'b' } }]),
    ).rejects.toThrow('one folder')
    const twice = { directory: 'a', matchLabels: { a: 'b' } }
    await expect(sdk().writeDestinationSelectors([twice, twice])).rejects.toThrow('repeats')
  })

  test('controls the workflow', async () => {
    await sdk().writeRetryAfter('1h30m', 'waiting')
    const control = () => readFile(join(folder, 'workflow-control.yaml'), 'utf8')
    expect(readYaml(await control())).toEqual([{ retryAfter: '1h30m', message: 'waiting' }])
    await sdk().writeSuspend()
    expect(readYaml(await control())).toEqual([{ suspend: true }])
  })

  test('publishes the status of requests and Promises', async () => {
    const request = { apiVersion: 'g.org/v1', kind: 'K', metadata: { name: 'n', namespace: 's' } }
    const env = { KRATIX_CRD_PLURAL: 'ks' }
    await sdk(env).publishStatus(new Resource(request), { a: 1 })
    const promise = {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Promise',
      metadata: { name: 'redis' },
    }
    await sdk().publishStatus(new Resource(promise), new Status({ message: 'x' }))
    expect(patches).toEqual([
      { path: '/apis/g.org/v1/namespaces/s/ks/n/status', body: { status: { a: 1 } } },
      {
        path: '/apis/platform.kratix.io/v1alpha1/promises/redis/status',
        body: { status: { message: 'x' } },
      },
    ])
    await expect(sdk().publishStatus(new Resource(request), {})).rejects.toThrow(
      'KRATIX_CRD_PLURAL',
    )
    const up = { ...request, metadata: { name: '..', namespace: 's' } }
    await expect(sdk(env).publishStatus(new Resource(up), {})).rejects.toThrow('not known')
  })

  test('says why the input cannot be used', async () => {
    await expect(sdk().readResourceInput()).rejects.toThrow(/^cannot read the input: ENOENT/)
    await writeFile(join(folder, 'object.yaml'), '- a\n')
    await expect(sdk().readResourceInput()).rejects.toThrow('the input is not an object')
  })
})
