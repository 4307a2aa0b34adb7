import { useDesigner } from '@/components/designer/use-designer'
import type { Step } from '@/lib/commands/steps'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { isWithin } from '@/lib/promise/path'

/** The step that the selected place belongs to: its container, its settings or one of its files. */
export function useSelectedStep(): Step | undefined {
  return useDesigner(({ steps, place }) => {
    const { file, path } = place
    if (file === PROMISE_FILE) return steps.find((step) => isWithin(path, step.path))
    if (file === SETTINGS_FILE) return steps.find((step) => step.key === path[1])
    return steps.find((step) => step.folder !== undefined && file.startsWith(step.folder))
  })
}
