import { useState } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import type { Step } from '@/lib/commands/steps'
import { PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { isWithin, type Path, samePath } from '@/lib/promise/path'

/**
 * The step that the selected place belongs to: its container, its settings or one of its files.
 * It stays while a place of no step is selected: Tab passes the name of a pipeline on its way.
 */
export function useSelectedStep(): Step | undefined {
  const [last, setLast] = useState<Path>()
  const steps = useDesigner((state) => state.steps)
  const selected = useDesigner(({ steps, place }) => {
    const { file, path } = place
    if (file === PROMISE_FILE) return steps.find((step) => isWithin(path, step.path))
    if (file === SETTINGS_FILE) return steps.find((step) => step.key === path[1])
    return steps.find((step) => step.folder !== undefined && file.startsWith(step.folder))
  })
  if (selected && !(last && samePath(last, selected.path))) setLast(selected.path)
  return selected ?? steps.find((step) => last !== undefined && samePath(step.path, last))
}
