import type { StartTab } from '@/components/designer/use-shell'
import { isRecord } from '@/lib/promise/path'
import { parseYaml } from '@/lib/yaml/document'

/** Longer texts are judged by how they begin: the dialog that they go to reads them in a worker. */
const READ = 100_000

/** Where a text may go that holds no properties, likeliest first. */
export function pasteWays(text: string): readonly StartTab[] {
  if (/^\s*"?kind"?\s*:\s*"?CustomResourceDefinition"?\s*,?\s*$/m.test(text))
    return ['crd', 'schema']
  if (text.length > READ) return ['schema', 'sample']
  const [document] = parseYaml(text)
  const value = document?.broken ? undefined : document?.value()
  if (isRecord(value)) {
    return isSchema(value) ? ['schema', 'sample', 'lines'] : ['sample', 'schema', 'lines']
  }
  return Array.isArray(value) ? ['sample', 'lines'] : ['lines', 'sample']
}

const SCHEMA_KEYS = ['$schema', '$ref', '$defs', 'definitions', 'openapi', 'swagger', 'components']

function isSchema(value: Readonly<Record<string, unknown>>): boolean {
  return SCHEMA_KEYS.some((key) => Object.hasOwn(value, key)) || isRecord(value.properties)
}

/** How a text begins: so many lines, none of them long. */
export function beginning(text: string, lines = 5, columns = 120): string {
  // Beyond this nothing can be shown, so it is not split into lines either.
  const [...all] = text.slice(0, 20_000).trimEnd().split(/\r?\n/)
  const shown = all.slice(0, lines).map((line) => {
    const letters = [...line.slice(0, 2 * columns + 2)]
    return letters.length > columns ? `${letters.slice(0, columns).join('')}…` : line
  })
  return [...shown, ...(all.length > lines ? ['…'] : [])].join('\n')
}
