import { printYaml } from '@/lib/yaml/edit'

/**
 * `value` as YAML, or `undefined` for what no YAML file of ours can hold: a key of more than a
 * thousand characters, or nesting without end.
 */
export function tryPrintYaml(value: unknown): string | undefined {
  try {
    return printYaml(value)
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined
    throw error
  }
}
