import { pascalCase } from '@/lib/promise/upper-first'
/** A kind that suits the name of a Promise: `team-namespace` -> `TeamNamespace`. */
export function suggestKind(name: string): string {
  return pascalCase(name)
    .replace(/^[0-9]+/, '')
    .slice(0, 63)
}
