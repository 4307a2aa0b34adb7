import type { DragList } from '@/components/ui/sortable-group'
import type { Step } from '@/lib/commands/steps'

/** The steps of a pipeline, or of a workflow that has none, as a place between which steps are dragged. */
export function stepList(
  id: string,
  label: string,
  count: number,
  does: Required<Pick<DragList<Step>, 'onMove' | 'onTake'>>,
): DragList<Step> {
  return { id: `steps ${id}`, label, kind: 'step', count, ...does }
}
