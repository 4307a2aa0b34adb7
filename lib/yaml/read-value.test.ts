import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseYaml } from './document'

interface Sample {
  readonly yaml: string
  readonly json?: string
  readonly error?: string
}

const samples: readonly Sample[] = JSON.parse(
  readFileSync(new URL('fixtures/cluster.json', import.meta.url), 'utf8'),
)

/** Where our parser knows no better than YAML 1.2, we say that there is an error. */
const STRICTER = [
  "'a':1\n",
  '"a":1\n',
  'a: [?x]\n',
  'a: [1,\n2]\n',
  'a: x\rb: y\n',
  'a: x\u2028b: y\n',
]

/** Oddities that the parser accepts and the cluster does not. */
const LAXER = ['...\n', '-\t1\n']

/** Bytes that are no text: the cluster makes a replacement character of each one. */
const NO_TEXT = ['a: !!binary 18446744073709551615\n', 'a: !!binary /w==\n']

describe('a document means what the cluster makes of it', () => {
  const apart = [...STRICTER, ...NO_TEXT]
  const readable = samples.filter((one) => one.json !== undefined && !apart.includes(one.yaml))
  test.each(readable)('$yaml', ({ yaml, json }) => {
    const [document] = parseYaml(yaml)
    expect(exact(document?.value())).toEqual(exact(JSON.parse(quoteLong(json ?? ''))))
    expect(document?.problems.filter((problem) => problem.severity === 'error')).toEqual([])
  })
})

describe('what the cluster refuses or reads otherwise has an error', () => {
  const refused = samples.filter((one) => one.error !== undefined && !LAXER.includes(one.yaml))
  test.each([...refused.map((one) => one.yaml), ...STRICTER])('%j', (yaml) => {
    const [document] = parseYaml(yaml)
    expect(document?.problems.some((problem) => problem.severity === 'error')).toBe(true)
  })
})

/** Integers beyond 2^53-1 as text on both sides: JSON.parse would round them. */
function exact(value: unknown): unknown {
  if (typeof value === 'bigint') return `integer ${value}`
  if (typeof value === 'number' && Math.abs(value) > 2 ** 53) return `integer ${value}`
  if (Array.isArray(value)) return value.map(exact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, exact(held)]))
}

function quoteLong(json: string): string {
  return json.replace(/(?<=[:,[]|^)-?\d{16,}(?=[,}\]]|$)/g, (digits) =>
    Number.isSafeInteger(Number(digits)) ? digits : `"integer ${digits}"`,
  )
}
