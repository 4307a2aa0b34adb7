import * as fc from 'fast-check'
import { applyTextEdits, type TextEdit } from '@/lib/promise/command'
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

const flow = fc.oneof(
  { weight: 3, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
)

function trees(names: readonly string[]) {
  return fc.letrec<{ tree: Tree; scalar: Tree; map: Tree; list: Tree }>((tie) => ({
    scalar: fc.record({
      kind: fc.constant('scalar' as const),
      style: fc.constantFrom('plain', 'double', 'double', 'single', 'literal', 'literal', 'folded'),
      text: templateText(names),
    }),
    map: fc.record({
      kind: fc.constant('map' as const),
      flow,
      entries: fc.uniqueArray(fc.tuple(key, tie('tree')), {
        selector: ([name]) => name,
        minLength: 1,
        maxLength: 6,
      }),
    }),
    list: fc.record({
      kind: fc.constant('list' as const),
      flow,
      items: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    }),
    // Without a bound the trees would grow without end: most nodes have several children.
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 3, arbitrary: tie('scalar') },
      { weight: 1, arbitrary: tie('map') },
      { weight: 1, arbitrary: tie('list') },
    ),
  }))
}

/** Prints a tree in its styles. */
function print(node: Tree, indent: string, flow: boolean, names: readonly string[]): string {
  if (node.kind === 'scalar') return printScalar(node, indent, flow, names)
  const inFlow = flow || node.flow
  const inner = (child: Tree) => print(child, `${indent}  `, inFlow, names)
  if (node.kind === 'list') {
    if (inFlow) return `[${node.items.map(inner).join(', ')}]`
    return node.items.map((item) => `\n${indent}- ${inner(item).replace(/^\n\s*/, '')}`).join('')
  }
  const entries = node.entries.map(([name, value]) => `${printKey(name)}: ${inner(value)}`)
  return inFlow ? `{${entries.join(', ')}}` : entries.map((entry) => `\n${indent}${entry}`).join('')
}

function printKey(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : quoteScalar(name)
}

/**
 * A scalar in its style where the check lets it pass there, perhaps after quick fixes; else in
 * double quotes, and at last with every `${` escaped. One bad scalar must not spoil a template.
 */
function printScalar(
  { style, text }: Tree & { kind: 'scalar' },
  indent: string,
  flow: boolean,
  names: readonly string[],
): string {
  const ways = [styled(style, text, indent, flow), quoteScalar(text)]
  const good = ways.find((way) => {
    const around = flow
      ? `[${way}]\n`
      : `a:${indent === '' ? ' ' : `\n${indent.slice(2)}- `}${way}\n`
    return mended(around, names) !== undefined
  })
  return good ?? quoteScalar(text.replaceAll('${', '$${'))
}

function styled(style: string, text: string, indent: string, flow: boolean): string {
  if (style === 'double') return quoteScalar(text)
  if (style === 'single') {
    return `'${text.replaceAll("'", "''").replaceAll('\n', `\n\n${indent}`)}'`
  }
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
    if (problems.every(({ fix }) => !fix)) return undefined
    now = applyTextEdits(now, withoutOverlaps(problems.flatMap(({ fix }) => fix ?? [])))
  }
  return undefined
}

function withoutOverlaps(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.from - b.from)
  return sorted.filter((edit, i) => i === 0 || edit.from >= (sorted[i - 1]?.to ?? 0))
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
        .map((document) => `${print(document, '', false, names).replace(/^\n/, '')}\n`)
        .join('---\n'),
    )
    .map((text) => mended(text, names))
    .filter((text) => text !== undefined)
}

/** In no particular order. */
export const TEMPLATE_PATHS = [
  'a.yaml',
  'a-b.yml',
  'a/b.yaml',
  'B.yaml',
  'é.yaml',
  'z/z/z.yml',
] as const

/** The templates of a step. */
export function anyTemplates(names: readonly string[]): fc.Arbitrary<readonly Template[]> {
  const path = fc.constantFrom(...TEMPLATE_PATHS)
  return fc.uniqueArray(fc.record({ path, text: anyTemplate(names) }), {
    selector: (template) => template.path,
    minLength: 1,
    maxLength: 3,
  })
}
