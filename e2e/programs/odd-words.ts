import { quoteScalar } from '@/lib/render/plain-scalar'
import type { Design } from '@/lib/render/testing/steps'
import { ODD_CHARACTERS, ODD_WORDS } from '@/lib/render/testing/texts'
import type { RenderValue, Scalar, Template } from '@/lib/render/types'

const texts = [...ODD_WORDS, ...ODD_CHARACTERS.map((character) => `a${character}b`)]
const numbers = [
  ...[0, 1, -1, 3, 2147483648, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER],
  ...[0.5, -2.5, 0.1, 1e-5, 0.000001, 1e-7, -1.5e-7, 5e-324, 123456.789],
]
const scalars: readonly Scalar[] = [...texts, ...numbers, true, false]
const plain = { type: undefined, default: undefined, map: undefined }

const constants: readonly RenderValue[] = scalars.map((value, i) => ({
  ...plain,
  name: `c${i}`,
  source: { kind: 'constant', value },
}))
const ofRequest: readonly RenderValue[] = scalars.map((_, i) => ({
  ...plain,
  name: `s${i}`,
  source: { kind: 'spec', path: ['odd', `k${i}`] },
}))
const mapped: readonly RenderValue[] = scalars.map((when, i) => ({
  name: `m${i}`,
  source: { kind: 'spec', path: ['odd', `k${i}`] },
  type: undefined,
  default: undefined,
  map: [
    { when: 'no such text', give: 0 },
    { when, give: scalars[scalars.length - 1 - i] ?? '' },
  ],
}))

/** A step in which every odd word and number is a constant, a value of the request and a choice. */
export const oddDesign: Design = {
  type: 'resource',
  values: [...constants, ...ofRequest, ...mapped],
  status: {
    success: {
      message: 'has ${m0}',
      ...Object.fromEntries(scalars.map((text, i) => [`t${i}`, escaped(text)])),
      ...Object.fromEntries(scalars.map((_, i) => [`v${i}`, `\${c${i}}`])),
    },
    failure: Object.fromEntries(scalars.map((text, i) => [`t${i}`, text])),
  },
}

function escaped(text: Scalar): Scalar {
  return typeof text === 'string' ? text.replaceAll('${', () => '$${') : text
}

const isFraction = (value: Scalar) => typeof value === 'number' && !Number.isInteger(value)

/** Every odd word in the template itself, and every value alone and within text. */
export const oddTemplates: readonly Template[] = [
  {
    path: 'odd.yaml',
    text: [
      '# ${comments} are left alone',
      ...texts.map((text, i) => `q${i}: ${quoteScalar(String(escaped(text)))}`),
      ...scalars.map((_, i) => `alone${i}: ["\${c${i}}", '\${s${i}}', "\${m${i}}"]`),
      ...scalars.flatMap((value, i) =>
        isFraction(value) ? [] : [`in${i}: <\${c${i}}\${s${i}}$\${c${i}}>`],
      ),
      'block: |',
      '  one ${c0}',
      '   two',
      '---',
      '---',
      '- end',
      '',
    ].join('\n'),
  },
  { path: 'nothing.yml', text: '# nothing\n---\nnull\n' },
]

const requestOf = (spec: unknown) => ({
  apiVersion: 'example.org/v1',
  kind: 'Example',
  metadata: { name: 'odd', namespace: 'words' },
  spec,
})

/** The one request that the step is for. */
export const oddRequest = requestOf({
  odd: Object.fromEntries(scalars.map((value, i) => [`k${i}`, value])),
})

/** A step that allows one odd word alone, so that each fault of a value can be had. */
export const faultDesign: Design = {
  type: 'resource',
  values: [
    {
      name: 'only',
      source: { kind: 'spec', path: ['only'] },
      type: undefined,
      default: undefined,
      map: ['a\u0007\b\f\\u0008"<&>', 1e-7, true, 1].map((when) => ({ when, give: 'given' })),
    },
  ],
  status: { success: {}, failure: { stage: 'failed' } },
}

/** Each odd word and number where it is not allowed, and what is no scalar. */
export const faultRequests: readonly unknown[] = [
  ...[1e-7, 1, true, '1', 'true', 1e21, 1.5e300, 2 ** 53, -(2 ** 53), ['x'], { a: 1 }, null],
  ...scalars.filter((_, i) => i % 5 === 0),
].map((only) => requestOf({ only }))
