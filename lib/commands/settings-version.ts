import type { StepSettings } from '@/lib/promise/settings'
import type { YamlEdit } from './edit-yaml'
import { set } from './edit-yaml'

/** The file says something that readers of format 1 would drop. */
export const raiseVersion: YamlEdit = set(['version'], 2)

/** Whether settings of a step say something of the kind. */
export function needsVersion2(settings: StepSettings): boolean {
  return (
    settings.kind === 'render' &&
    (settings.templates !== undefined || settings.destinationSelectors !== undefined)
  )
}
