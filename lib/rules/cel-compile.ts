import { compileRules, unsureOf } from '@/lib/cel/compile/rules'
import { withKratixStatus } from '@/lib/cel/compile/status'
import type { SchemaNode } from '@/lib/schema/walk'
import { keywordError, schemaRule } from './schema-rule'

/** kratix.md 85, 87, 90 and 97: a CEL rule compiles, and so it does once Kratix has put its status in. */
export const celCompile = schemaRule('cel-compile', (node, report) => {
  const list = node.schema['x-kubernetes-validations']
  if (!Array.isArray(list) || list.length === 0 || unsureOf(node) !== undefined) return
  const { self, rules } = compileRules(node)
  if (!self) {
    const message =
      'Rules cannot be judged here: CEL sees no value whose schema has no type (unable to convert structural schema to CEL declarations).'
    report(keywordError(node, 'x-kubernetes-validations', message))
    return
  }
  const after = node.parent ? undefined : compileRules(asOnCluster(node)).rules
  for (const [i, { faults }] of rules.entries()) {
    const own = faults.filter(({ kind }) => kind === 'compile')
    const late =
      own.length > 0 ? [] : (after?.[i]?.faults ?? []).filter(({ kind }) => kind === 'compile')
    for (const fault of own) report(found(node, i, fault, ''))
    for (const fault of late) {
      report(found(node, i, fault, ', since Kratix replaces what the schema says of the status'))
    }
  }
})

/** The same root with the status of Kratix: one for each root, which others keep. */
const roots = new WeakMap<object, SchemaNode>()

export function asOnCluster(root: SchemaNode): SchemaNode {
  const known = roots.get(root.schema)
  if (known) return known
  const made = { ...root, schema: withKratixStatus(root.schema) }
  roots.set(root.schema, made)
  return made
}

function found(
  node: SchemaNode,
  i: number,
  { keyword, message, at }: ReturnType<typeof compileRules>['rules'][number]['faults'][number],
  reason: string,
) {
  const text = node.schema['x-kubernetes-validations']
  const source = Array.isArray(text) ? String(text[i]?.[keyword] ?? '') : ''
  const where = at === undefined ? '' : ` (${lineAndColumn(source, at)})`
  return keywordError(
    node,
    ['x-kubernetes-validations', i, keyword],
    `${sentence(keyword)}: ${message}${where}${reason}.`,
  )
}

function sentence(keyword: string): string {
  return keyword === 'optionalOldSelf' ? 'optionalOldSelf' : `The ${keyword} is refused`
}

/** As compilers write it: the first is 1:1. */
function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at).split('\n')
  return `line ${before.length}, column ${[...(before.at(-1) ?? '')].length + 1}`
}
