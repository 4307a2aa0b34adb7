import type { GeneratedFile } from '../scaffold'
import { dockerfile, dockerignore } from './dockerfile'
import { pipeline } from './pipeline'

/** Every generated file of a `dependencies` step but `tests/`: nothing in them is the user's. */
export function dependenciesStep(): readonly GeneratedFile[] {
  return [dockerfile(), dockerignore(), pipeline()]
}
