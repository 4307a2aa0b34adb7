'use client'

import { Plus } from 'lucide-react'
import { useDesigner, useDesignerStore, useReadOnly } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { DropEnd } from '@/components/ui/sortable-group'
import { SortableList } from '@/components/ui/sortable-list'
import { addPipeline } from '@/lib/commands/add-pipeline'
import { movePipeline } from '@/lib/commands/move-pipeline'
import { moveStepToWorkflow } from '@/lib/commands/move-step-to-workflow'
import type { Step } from '@/lib/commands/steps'
import type { WorkflowView } from '@/lib/promise/view'
import { AddStepMenu } from './add-step-menu'
import { flowText } from './flow-texts'
import { PipelineBlock } from './pipeline-block'
import { useInstalled } from './rename-effect'
import { stepList } from './step-list'
import { clipAttribute } from './use-step-clipboard'
import { textOf } from './workflow-texts'

export interface WorkflowLaneProps {
  readonly workflow: WorkflowView
  readonly selected: Step | undefined
}

/** One workflow: its pipelines from top to bottom, each a row of steps. */
export function WorkflowLane({ workflow, selected }: WorkflowLaneProps): React.ReactElement {
  const store = useDesignerStore()
  const readOnly = useReadOnly()
  const { title, empty } = textOf(workflow)
  const { type, action, pipelines } = workflow
  const id = `workflow-${type}-${action}`
  const run = store.getState().run
  const selectors = useDesigner((state) => state.reading.view.destinationSelectors)
  const labels = selectorLabels(selectors)
  const flow = flowText(workflow, labels)
  const installed = useInstalled()
  const movePipelineTo = (from: number, to: number) =>
    run(movePipeline({ type, action, pipeline: from }, workflow, to > from ? to + 1 : to))

  return (
    <section
      {...clipAttribute(workflow)}
      aria-labelledby={id}
      className="mb-3 rounded-[10px] border border-line bg-raised"
    >
      <DropEnd
        list={stepList(id, `${type} ${action}`, 0, {
          onMove: () => undefined,
          onTake: (step) => run(moveStepToWorkflow(step.ref, workflow)),
        })}
        disabled={readOnly || pipelines.length > 0}
      >
        <div className="flex min-h-10 items-center gap-x-2 px-3 py-1">
          <div className="flex min-w-0 flex-1 flex-wrap gap-x-2">
            <h2 id={id} className="font-semibold">
              {title}
            </h2>
            <span className="text-faint">
              {type} {action}
            </span>
          </div>
          {pipelines.length === 0 ? (
            <AddStepMenu workflow={workflow} label="Add a step" disabled={readOnly} />
          ) : (
            <Button
              size="sm"
              variant="ghost"
              icon={<Plus size={14} aria-hidden />}
              aria-label={`Add a pipeline to ${type} ${action}`}
              disabled={readOnly}
              onClick={() => run(addPipeline(workflow))}
            >
              Pipeline
            </Button>
          )}
        </div>
        <p className="px-3 pb-2.5 text-faint text-sm">
          {pipelines.length === 0 ? empty : flow.sentence}
        </p>
      </DropEnd>
      {pipelines.length > 0 ? (
        <SortableList
          label={`Pipelines of ${type} ${action}`}
          items={pipelines}
          getId={(pipeline) => pipeline.path.join('/')}
          getLabel={(pipeline) => `pipeline ${pipeline.name}`}
          list={{
            id,
            label: `${type} ${action}`,
            kind: id,
            count: pipelines.length,
            onMove: movePipelineTo,
          }}
          disabled={readOnly}
          itemClassName="bg-raised last:rounded-b-[9px]"
          onMove={movePipelineTo}
          renderItem={(pipeline, { index }) => (
            <PipelineBlock
              workflow={workflow}
              pipeline={pipeline}
              index={index}
              selected={selected}
              input={flow.input}
              labels={labels}
              installed={installed}
            />
          )}
        />
      ) : null}
    </section>
  )
}

/** The labels that a Destination must carry; of a key that comes twice the earlier one holds. */
function selectorLabels(
  selectors: readonly { readonly matchLabels: Readonly<Record<string, string>> }[],
): readonly string[] {
  const merged = Object.assign({}, ...selectors.map((one) => one.matchLabels).toReversed())
  return Object.entries(merged).map(([key, value]) => `${key}=${value}`)
}
