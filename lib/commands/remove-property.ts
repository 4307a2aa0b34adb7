import type { Command } from '@/lib/promise/command'
import type { Path } from '@/lib/promise/path'
import { removeProperties } from './bulk-properties'
import { onProperty } from './on-promise'

/** Removes a property, also from `required` and from the defaults above it (kratix.md D8, 72). */
export function removeProperty(path: Path): Command {
  return onProperty('Remove property', path, () => [removeProperties([path])])
}
