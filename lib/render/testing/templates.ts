import * as fc from 'fast-check'
import { applyTextEdits } from '@/lib/promise/command'
import { checkTemplate } from '../check-template'
import { quoteScalar } from '../plain-scalar'
import type { Template } from '../types'
import { anyText, ODD_WORDS } from './texts'

type Tree =
  | {
      readonly kind: 'scalar'
      readonly style: 'plain' | 'double' | 'single' | 'literal' | 'folded'
      readonly text: string
    }
  | {
      readonly kind: 'map'
      readonly flow: boolean
      readonly entries: readonly (readonly [string, Tree])[]
    }
  | { readonly kind: 'list'; readonly flow: boolean; readonly items: readonly Tree[] }

/** Texts of a template: like others, with more placeholders. */
function templateText(names: readonly string[]): fc.Arbitrary<string> {
  const placeholder = fc.constantFrom(...names.map((name) => `\${${name}}`), '$${a}', '${unknown}')
  return fc.oneof(
    { weight: 3, arbitrary: placeholder },
    {
      weight: 2,
      arbitrary: fc.tuple(anyText, placeholder, anyText).map((parts) => parts.join('')),
    },
    { weight: 3, arbitrary: anyText },
    {
      weight: 1,
      arbitrary: fc
        .array(
          fc.constantFrom(
            'one',
            '  two',
            '',
            '\tthree',
            'four: 4',
            '# five',
            ...names.map((name) => `\${${name}}`),
          ),
          { maxLength: 5 },
        )
        .map((lines) => lines.join('\n')),
    },
  )
}

const key = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'apiVersion',
      'kind',
      'a',
      'b.c/d',
      'x-y',
      '__proto__',
      'constructor',
      '1',
      'é',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_WORDS) },
)

function trees(names: readonly string[]) {
  return fc.letrec<{ tree: Tree; scalar: Tree; map: Tree; list: Tree }>((tie) => ({
    scalar: fc.record({
      kind: fc.constant('scalar' as const),
      style: fc.constantFrom('plain', 'double', 'single', 'literal', 'folded'),
      text: templateText(names),
    }),
    map: fc.record({
      kind: fc.constant('map' as const),
      flow: fc.boolean(),
      entries: fc.uniqueArray(fc.tuple(key, tie('tree')), {
        selector: ([name]) => name,
        maxLength: 5,
      }),
    }),
    list: fc.record({
      kind: fc.constant('list' as const),
      flow: fc.boolean(),
      items: fc.array(tie('tree'), { maxLength: 4 }),
    }),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('scalar'),
      tie('map'),
      tie('list'),
    ),
  }))
}

/** Prints a tree. What it prints may be no YAML at all: the check sorts that out. */
function print(node: Tree, indent: string, flow: boolean): string {
  if (node.kind === 'scalar') return printScalar(node.style, node.text, indent, flow)
  const inFlow = flow || node.flow
  if (node.kind === 'list') {
    if (inFlow) return `[${node.items.map((item) => print(item, indent, true)).join(', ')}]`
    if (node.items.length === 0) return '[]'
    return node.items
      .map((item) => `\n${indent}- ${print(item, `${indent}  `, false).replace(/^\n\s*/, '')}`)
      .join('')
  }
  const entry = ([name, value]: readonly [string, Tree]) =>
    `${printKey(name)}: ${print(value, `${indent}  `, inFlow)}`
  if (inFlow) return `{${node.entries.map(entry).join(', ')}}`
  if (node.entries.length === 0) return '{}'
  return node.entries.map((item) => `\n${indent}${entry(item)}`).join('')
}

function printKey(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : quoteScalar(name)
}

function printScalar(style: string, text: string, indent: string, flow: boolean): string {
  if (style === 'double') return quoteScalar(text)
  if (style === 'single') return `'${text.replaceAll("'", "''").replaceAll('\n', `\n\n${indent}`)}'`
  if (style === 'plain' || flow) return text
  const body = text
    .split('\n')
    .map((line) => (line === '' ? '' : `${indent}${line}`))
    .join('\n')
  return `${style === 'literal' ? '|' : '>'}${text.endsWith('\n') ? '' : '-'}\n${body}`
}

/**
 * The text after every quick fix, or `undefined` when faults remain that have none: those are for
 * the author, and no program ever meets them.
 */
export function mended(text: string, names: readonly string[]): string | undefined {
  let now = text
  for (let round = 0; round < 20; round++) {
    const problems = checkTemplate('template.yaml', now, names)
    if (problems.length === 0) return now
    const fix = problems.find((problem) => problem.fix)?.fix
    if (!fix) return undefined
    now = applyTextEdits(now, fix)
  }
  return undefined
}

/** Templates that pass the check, of one to three documents. */
export function anyTemplate(names: readonly string[]): fc.Arbitrary<string> {
  const { map, list } = trees(names)
  return fc
    .array(fc.oneof({ weight: 5, arbitrary: map }, { weight: 1, arbitrary: list }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((documents) =>
      documents
        .map((document) => `${print(document, '', false).replace(/^\n/, '')}\n`)
        .join('---\n'),
    )
    .map((text) => mended(text, names))
    .filter((text) => text !== undefined)
}

/** The templates of a step: their paths are in no particular order. */
export function anyTemplates(names: readonly string[]): fc.Arbitrary<readonly Template[]> {
  const path = fc.constantFrom('a.yaml', 'a-b.yml', 'a/b.yaml', 'B.yaml', 'é.yaml', 'z/z/z.yml')
  return fc.uniqueArray(fc.record({ path, text: anyTemplate(names) }), {
    selector: (template) => template.path,
    minLength: 1,
    maxLength: 3,
  })
}
