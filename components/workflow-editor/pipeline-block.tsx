'use client'

import {
  ArrowDown,
  ArrowUp,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Ellipsis,
  Scissors,
  Settings2,
  Trash2,
} from 'lucide-react'
import { Fragment } from 'react'
import { useDesigner, useDesignerStore, useReadOnly } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { usePartValue } from '@/components/struct-form/use-part'
import { Button } from '@/components/ui/button'
import { DraftField } from '@/components/ui/draft-field'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { Meter } from '@/components/ui/meter'
import { DropEnd } from '@/components/ui/sortable-group'
import { SortableList } from '@/components/ui/sortable-list'
import { DragHandle } from '@/components/ui/sortable-row'
import { duplicatePipeline } from '@/lib/commands/duplicate-pipeline'
import { movePipeline } from '@/lib/commands/move-pipeline'
import { moveStep } from '@/lib/commands/move-step'
import { removePipeline } from '@/lib/commands/remove-pipeline'
import { renamePipeline } from '@/lib/commands/rename-pipeline'
import type { Step } from '@/lib/commands/steps'
import { checkPipelineName } from '@/lib/promise/names'
import { samePath } from '@/lib/promise/path'
import type { PipelineView, PromiseView, WorkflowView } from '@/lib/promise/view'
import { identifierBudget } from '@/lib/promise/workflows'
import { AddStepMenu } from './add-step-menu'
import { FlowArrow, FlowBox } from './flow-box'
import { afterSteps, type FlowText } from './flow-texts'
import { PipelineSettings, settingsCount } from './pipeline-settings'
import { pipelineRenameEffect } from './rename-effect'
import { StepCard } from './step-card'
import { stepList } from './step-list'
import { useSettingsOpen } from './use-settings-open'
import { clipAttribute, pasteTarget, useStepClipboard } from './use-step-clipboard'

export interface PipelineBlockProps {
  readonly workflow: WorkflowView
  readonly pipeline: PipelineView
  readonly index: number
  readonly selected: Step | undefined
  readonly input: FlowText['input']
  /** Labels that the Promise asks of Destinations, as `key=value`. */
  readonly labels: readonly string[]
  /** The Promise as it may be installed. */
  readonly installed: PromiseView | undefined
}

const icon = { size: 14, 'aria-hidden': true } as const

/** A pipeline: what it reads, its steps in order, where its output goes. */
export function PipelineBlock(props: PipelineBlockProps): React.ReactElement {
  const { workflow, pipeline, index, selected, input, labels, installed } = props
  const store = useDesignerStore()
  const at = usePlaceProps()
  const readOnly = useReadOnly()
  const promise = useDesigner((state) => state.reading.view.name)
  const steps = useDesigner((state) => state.steps)
  const { type, action, pipelines } = workflow
  const ref = { type, action, pipeline: index }
  const own = steps.filter(
    (step) => step.ref.type === type && step.ref.action === action && step.ref.pipeline === index,
  )
  const budget = identifierBudget(promise, workflow, pipeline.name)
  const run = store.getState().run
  const clipboard = useStepClipboard()
  const [open, setOpen] = useSettingsOpen(pipeline)
  const count = settingsCount(usePartValue(pipeline.path))

  const list = stepList(pipeline.path.join('/'), pipeline.name, own.length, {
    onMove: (from, to) => run(moveStep({ ...ref, step: from }, ref, to > from ? to + 1 : to)),
    onTake: (step, before) =>
      run(moveStep(step.ref, ref, before === own.length ? undefined : before)),
  })

  const checkName = (name: string): string | undefined => {
    if (name === '') return 'A pipeline needs a name.'
    if (pipelines.some((other, i) => i !== index && other.name === name)) {
      return `There is a pipeline "${name}" in this workflow already.`
    }
    const { used, limit, id } = identifierBudget(promise, workflow, name)
    if (used > limit) return `"${id}" has ${used} characters; Kratix allows ${limit} together.`
    return checkPipelineName(name)
  }

  return (
    <div {...clipAttribute(ref)} className="border-line border-t">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-2 pt-2">
        <DragHandle />
        <DraftField
          label={`Name of pipeline ${pipeline.name}`}
          hideLabel
          mono
          reserve={0}
          className="w-52 max-pane:w-44"
          {...at([...pipeline.path, 'metadata', 'name'])}
          disabled={readOnly}
          value={pipeline.name}
          warning={pipelineRenameEffect(installed, workflow, pipeline.name)}
          check={checkName}
          onCommit={(name) => run(renamePipeline(ref, name))}
        />
        <span className="w-24 max-pane:hidden">
          <Meter compact label={budget.id} value={budget.used} limit={budget.limit} />
        </span>
        <span className="text-faint text-sm tabular-nums">
          {budget.used}/{budget.limit}
        </span>
        <span className="ml-auto flex items-center gap-2">
          <Button
            size="sm"
            variant="ghost"
            icon={<Settings2 {...icon} />}
            aria-label={`Settings of pipeline ${pipeline.name}`}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            Settings
            {count > 0 ? <span className="text-faint tabular-nums">{count}</span> : null}
          </Button>
          <Menu
            align="end"
            trigger={
              <IconButton
                size="sm"
                disabled={readOnly}
                label={`Actions for pipeline ${pipeline.name}`}
                icon={<Ellipsis {...icon} />}
              />
            }
          >
            <MenuItem icon={<CopyPlus {...icon} />} onSelect={() => run(duplicatePipeline(ref))}>
              Duplicate
            </MenuItem>
            <MenuItem icon={<Copy {...icon} />} hint="Ctrl C" onSelect={() => clipboard.copy(ref)}>
              Copy as YAML
            </MenuItem>
            <MenuItem
              icon={<Scissors {...icon} />}
              hint="Ctrl X"
              onSelect={() => clipboard.cut(ref)}
            >
              Cut
            </MenuItem>
            <MenuItem
              icon={<ClipboardPaste {...icon} />}
              hint="Ctrl V"
              onSelect={() => clipboard.paste(pasteTarget(ref))}
            >
              Paste here
            </MenuItem>
            <MenuItem
              icon={<ArrowUp {...icon} />}
              hint="Alt ↑"
              disabled={index === 0}
              onSelect={() => run(movePipeline(ref, workflow, index - 1))}
            >
              Move up
            </MenuItem>
            <MenuItem
              icon={<ArrowDown {...icon} />}
              hint="Alt ↓"
              disabled={index === pipelines.length - 1}
              onSelect={() => run(movePipeline(ref, workflow, index + 2))}
            >
              Move down
            </MenuItem>
            <MenuSeparator />
            <MenuItem danger icon={<Trash2 {...icon} />} onSelect={() => run(removePipeline(ref))}>
              Remove
            </MenuItem>
          </Menu>
        </span>
      </div>
      {open ? <PipelineSettings workflow={workflow} pipeline={pipeline} /> : null}
      <div className="flex items-center gap-2 overflow-x-auto py-3 pl-3 max-pane:flex-col max-pane:items-stretch max-pane:pr-3">
        <FlowBox top={input[0]} bottom={input[1]} />
        <FlowArrow />
        <SortableList
          label={`Steps of ${pipeline.name}`}
          orientation="horizontal"
          items={own}
          disabled={readOnly}
          getId={(step) => step.path.join('/')}
          getLabel={(step) => `step ${step.name}`}
          className="flex shrink-0 items-center gap-2 empty:hidden max-pane:flex-col max-pane:items-stretch"
          itemClassName="flex shrink-0 items-center gap-2 max-pane:flex-col max-pane:items-stretch"
          list={list}
          onMove={list.onMove}
          onLeave={(from, direction) => {
            const to = index + (direction === 'before' ? -1 : 1)
            if (to < 0 || to >= pipelines.length) return
            const target = { type, action, pipeline: to }
            run(moveStep({ ...ref, step: from }, target, direction === 'before' ? undefined : 0))
          }}
          renderItem={(step) => (
            <>
              <StepCard
                step={step}
                selected={selected !== undefined && samePath(selected.path, step.path)}
              />
              <FlowArrow />
            </>
          )}
        />
        {afterSteps(workflow, labels, own).map(([top, bottom], i) => (
          <Fragment key={top}>
            {i > 0 ? <FlowArrow /> : null}
            <FlowBox top={top} bottom={bottom} />
          </Fragment>
        ))}
        {/* In sight also when the row is longer than the form is wide, and says that there is more. */}
        <DropEnd
          list={list}
          disabled={readOnly}
          className="sticky right-0 bg-raised pr-3 shadow-[-10px_0_8px_var(--raised)] max-pane:static max-pane:pr-0 max-pane:shadow-none"
        >
          <AddStepMenu
            workflow={workflow}
            pipeline={{ index, name: pipeline.name }}
            label="Step"
            disabled={readOnly}
          />
        </DropEnd>
      </div>
    </div>
  )
}
