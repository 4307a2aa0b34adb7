'use client'

import { useDesigner, useReadOnly } from '@/components/designer/use-designer'
import { SortableGroup } from '@/components/ui/sortable-group'
import { StepInspector } from './step-inspector'
import { useSelectedStep } from './use-selected-step'
import { useStepClipboardKeys } from './use-step-clipboard'
import { WorkflowConfig } from './workflow-config'
import { WorkflowLane } from './workflow-lane'

/** The four workflows, their pipelines and steps, and the step that is selected. */
export function WorkflowEditor(): React.ReactElement {
  const view = useDesigner((state) => state.reading.view)
  const selected = useSelectedStep()
  useStepClipboardKeys(useReadOnly())
  return (
    <section aria-labelledby="workflows-title">
      <h1 id="workflows-title" className="font-semibold text-lg">
        Workflows
      </h1>
      <p className="mt-0.5 mb-3.5 text-dim">
        What runs, in order, when the Promise is installed
        {view.api ? ` and when someone asks for a ${view.api.kind || 'resource'}` : ''}
      </p>
      <SortableGroup>
        {view.workflows.map((workflow) => {
          const inside =
            selected?.ref.type === workflow.type && selected.ref.action === workflow.action
          return (
            <div key={`${workflow.type}/${workflow.action}`}>
              <WorkflowLane workflow={workflow} selected={selected} />
              {inside ? <StepInspector key={selected.path.join('/')} step={selected} /> : null}
            </div>
          )
        })}
      </SortableGroup>
      <WorkflowConfig />
    </section>
  )
}
