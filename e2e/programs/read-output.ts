import { parseAllDocuments } from 'yaml'

/** The documents of an output, which readers of YAML 1.1 and 1.2 must take alike. */
export function readOutput(text: string): unknown {
  const [old, now] = (['1.1', '1.2'] as const).map((version) =>
    parseAllDocuments(text, { version, merge: false, intAsBigInt: false }).map((document) =>
      document.errors.length > 0 ? `broken: ${document.errors[0]?.message}` : document.toJS(),
    ),
  )
  return printSorted(old) === printSorted(now) ? now : { 'YAML 1.1': old, 'YAML 1.2': now }
}

/** JSON with sorted keys. */
export function printSorted(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}
