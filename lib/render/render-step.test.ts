import { describe, expect, test } from 'vitest'
import { compareBytes, renderStep } from './render-step'
import type { RenderInput, RenderValue } from './types'
import { checkValues } from './values'

function from(value: Partial<RenderValue>): RenderValue {
  return {
    name: 'x',
    source: { kind: 'spec', path: ['a', 'b'] },
    type: undefined,
    default: undefined,
    map: undefined,
    ...value,
  }
}

function step(value: Partial<RenderValue>, text = 'x: ${x}\n'): RenderInput {
  return {
    type: 'resource',
    values: [from(value)],
    status: {
      success: { message: '${x}', stage: '$${x}' },
      failure: { stage: 'failed', hint: 'ask' },
    },
    templates: [{ path: 'sub/t.yaml', text }],
  }
}

const request = (b: unknown) => ({ metadata: { name: 'n', namespace: 's' }, spec: { a: { b } } })

/** What `${x}` becomes, or the reason. */
function result(value: Partial<RenderValue>, b: unknown): unknown {
  const rendered = renderStep(step(value), request(b))
  if (!rendered.ok) return rendered.reason
  const [document] = rendered.files.flatMap(({ documents }) => documents) as { x: unknown }[]
  return document?.x
}

const sizes = [
  { when: 'small', give: 1 },
  { when: 'large', give: 3 },
]

describe('a value', () => {
  test('keeps its type', () => {
    for (const value of ['yes', '', 0, -1.5, true, false, 'a: {b', '${x}', '"; rm -rf /']) {
      expect(result({}, value)).toBe(value)
    }
  })

  test('that is absent becomes its default, which is mapped, too', () => {
    for (const absent of [undefined, null]) {
      expect(result({ default: 'd' }, absent)).toBe('d')
      expect(result({ default: 'small', map: sizes }, absent)).toBe(1)
      expect(result({}, absent)).toBe('spec.a.b is missing and has no default')
    }
    const elsewhere = renderStep(step({ default: 7 }), {
      metadata: { name: 'n', namespace: 's' },
      spec: { a: 'text' },
    })
    expect(elsewhere).toMatchObject({ ok: true, files: [{ documents: [{ x: 7 }] }] })
  })

  test('is looked for among own keys only', () => {
    expect(result({ source: { kind: 'spec', path: ['constructor'] } }, 1)).toBe(
      'spec.constructor is missing and has no default',
    )
  })

  test('outside its mapping is an error that names the allowed ones', () => {
    expect(result({ map: sizes }, 'large')).toBe(3)
    expect(result({ map: sizes }, 'huge')).toBe(
      'spec.a.b is "huge", which is not allowed; allowed values: "small", "large"',
    )
    expect(result({ map: [{ when: 1, give: 'one' }] }, 1n)).toBe('one')
    expect(result({ map: [{ when: 1, give: 'one' }] }, '1')).toBe(
      'spec.a.b is "1", which is not allowed; allowed values: 1',
    )
  })

  test('must have its type; a whole number is an integer', () => {
    expect(result({ type: 'integer' }, 3.0)).toBe(3)
    expect(result({ type: 'number' }, 0.5)).toBe(0.5)
    expect(result({ type: 'integer' }, 0.5)).toBe('spec.a.b must be an integer, not 0.5')
    expect(result({ type: 'string' }, 3)).toBe('spec.a.b must be a string, not 3')
    expect(result({ type: 'boolean' }, 'true')).toBe('spec.a.b must be a boolean, not "true"')
    expect(result({}, ['a'])).toBe('spec.a.b must be a string, number or boolean, not a list')
    expect(result({}, { a: 1 })).toBe('spec.a.b must be a string, number or boolean, not an object')
    expect(result({ type: 'number' }, '<\u2028')).toBe('spec.a.b must be a number, not "<\\u2028"')
  })

  test('beyond exact integers is too large, whatever its type', () => {
    const reason = 'spec.a.b is too large: integers lie within ±9007199254740991'
    for (const value of [2 ** 53, -(2 ** 53), 1e300, 9007199254740993n]) {
      expect(result({}, value)).toBe(reason)
      expect(result({ type: 'string' }, value)).toBe(reason)
    }
    expect(result({}, 9007199254740991n)).toBe(9007199254740991)
  })

  test('may come from name, namespace, label or be a constant', () => {
    const object = { metadata: { name: 'n', namespace: 's', labels: { 'a"b': 'l' } } }
    const sources = [
      [{ kind: 'name' }, 'n'],
      [{ kind: 'namespace' }, 's'],
      [{ kind: 'label', label: 'a"b' }, 'l'],
      [{ kind: 'constant', value: false }, false],
    ] as const
    for (const [source, value] of sources) {
      const rendered = renderStep(step({ source }), object)
      expect(rendered).toMatchObject({ ok: true, files: [{ documents: [{ x: value }] }] })
    }
    const none = renderStep(step({ source: { kind: 'label', label: 'x"y' } }), object)
    expect(none).toMatchObject({ reason: 'metadata.labels["x\\"y"] is missing and has no default' })
  })
})

describe('a template', () => {
  const documents = (text: string, b: unknown) => {
    const rendered = renderStep(step({}, text), request(b))
    return rendered.ok ? rendered.files[0]?.documents : rendered.reason
  }

  test('takes a value with its type only where it stands alone', () => {
    expect(documents('a: ${x}\nb: "${x}"\nc: |-\n  ${x}\nd: |\n  ${x}\ne: ${x}${x}\n', 3)).toEqual([
      { a: 3, b: 3, c: 3, d: '3\n', e: '33' },
    ])
  })

  test('never looks at a value again, and never lets it change the shape', () => {
    const hostile = '${x}\n- "a": {b'
    expect(documents('a: "<${x}>"\nb: ${x}\n', hostile)).toEqual([
      { a: `<${hostile}>`, b: hostile },
    ])
  })

  test('writes $${ for the characters themselves', () => {
    expect(documents('a: $${x}\nb: $$${x}\nc: $${${x}}\n', 1)).toEqual([
      { a: '${x}', b: '$${x}', c: '${1}' },
    ])
  })

  test('cannot hold a fraction inside longer text', () => {
    expect(documents('a: x${x}\n', 0.5)).toBe(
      'sub/t.yaml: ${x} is 0.5, and a fraction cannot stand inside longer text',
    )
  })

  test('drops empty documents, and writes no file when none is left', () => {
    expect(documents('---\n# none\n---\na: 1\n---\n~\n', 1)).toEqual([{ a: 1 }])
    expect(documents('# none\n', 1)).toBeUndefined()
  })

  test('keeps a key __proto__ a key', () => {
    const [document] = documents('__proto__:\n  polluted: ${x}\n', 1) as [object]
    expect(Object.keys(document)).toEqual(['__proto__'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('a step', () => {
  test('names its files after the template and the request', () => {
    const paths = (type: RenderInput['type']) => {
      const rendered = renderStep({ ...step({ source: { kind: 'name' } }), type }, request(1))
      return rendered.ok ? rendered.files.map(({ path }) => path) : rendered.reason
    }
    expect(paths('resource')).toEqual(['sub/t-s-n.yaml'])
    expect(paths('promise')).toEqual(['sub/t-n.yaml'])
  })

  test('refuses names that cannot be file names', () => {
    const reason = (metadata: unknown) => {
      const rendered = renderStep(step({}), { metadata })
      return rendered.ok ? undefined : rendered.reason
    }
    expect(reason({ name: '../x', namespace: 's' })).toBe(
      'metadata.name is not a valid Kubernetes name: "../x"',
    )
    expect(reason({ name: 'x\n', namespace: 's' })).toBe(
      'metadata.name is not a valid Kubernetes name: "x\\n"',
    )
    expect(reason({ name: 'n', namespace: 'a.b' })).toBe(
      'metadata.namespace is not a valid Kubernetes name: "a.b"',
    )
    expect(reason({ name: 'n' })).toBe('metadata.namespace is missing and has no default')
    expect(reason({ name: 3 })).toBe('metadata.name must be a string, not 3')
    expect(renderStep(step({}), null)).toMatchObject({ reason: 'the input is not an object' })
  })

  test('reports success with values, and clears what a failure has left', () => {
    const rendered = renderStep(step({}), request('b'))
    expect(rendered.status).toEqual({ message: 'b', stage: '${x}', reason: '', hint: '' })
  })

  test('reports failure with the reason, which is the message, too, unless there is one', () => {
    const reason = 'spec.a.b is missing and has no default'
    const failing = step({})
    expect(renderStep(failing, request(null)).status).toEqual({
      stage: 'failed',
      hint: 'ask',
      reason,
      message: reason,
    })
    const own = { ...failing, status: { ...failing.status, failure: { message: 'sorry ${x}' } } }
    expect(renderStep(own, request(null)).status).toEqual({ message: 'sorry ${x}', reason })
    expect(renderStep({ ...failing, type: 'promise' }, request(null)).status).toEqual({
      message: reason,
    })
  })

  test('renders templates in the order of their bytes', () => {
    expect(['a/b', 'a-b', 'B', '\u{1f600}', '\uffee', 'a'].sort(compareBytes)).toEqual([
      'B',
      'a',
      'a-b',
      'a/b',
      '\uffee',
      '\u{1f600}',
    ])
  })
})

test('a table of values is refused for names that templates cannot say and numbers that JSON cannot', () => {
  expect(checkValues([from({ name: 'a-1' }), from({ name: '_' })])).toEqual([])
  expect(
    checkValues([from({ name: '1a' }), from({ name: 'x' }), from({ name: 'x' })]),
  ).toHaveLength(2)
  expect(
    checkValues([
      from({ default: 2 ** 53 }),
      from({ name: 'y', map: [{ when: 1, give: Number.NaN }] }),
    ]),
  ).toEqual([
    'the default of x is too large: integers lie within ±9007199254740991',
    'a mapped value of y is not a number that JSON can hold',
  ])
})
