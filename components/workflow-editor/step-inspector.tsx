'use client'

import {
  ClipboardPaste,
  Copy,
  CopyPlus,
  Ellipsis,
  FileCode2,
  MoveRight,
  Scissors,
  Trash2,
} from 'lucide-react'
import { useMemo } from 'react'
import { useDesigner, useDesignerStore, useReadOnly } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DraftField } from '@/components/ui/draft-field'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu'
import { SelectField } from '@/components/ui/select-field'
import { Tabs } from '@/components/ui/tabs'
import { duplicateStep } from '@/lib/commands/duplicate-step'
import { moveStep } from '@/lib/commands/move-step'
import { removeStep } from '@/lib/commands/remove-step'
import { renameStep } from '@/lib/commands/rename-step'
import { setStepLanguage } from '@/lib/commands/set-step-language'
import type { Step } from '@/lib/commands/steps'
import { checkContainerName } from '@/lib/promise/names'
import { storageVersion } from '@/lib/promise/view'
import { LANGUAGE_LIST, languageOf } from '@/lib/scaffolds/languages'
import { propertiesOf } from '@/lib/schema/properties'
import { AdoptOffer } from './adopt-offer'
import { ContainerFields } from './container-fields'
import { CustomProgram } from './custom-program'
import { stepRenameEffect, useInstalled } from './rename-effect'
import { StatusTexts } from './status-texts'
import { StepFiles } from './step-files'
import { Templates } from './templates'
import { pasteTarget, useStepClipboard } from './use-step-clipboard'
import { useStepTab } from './use-step-tab'
import { ValuesTable } from './values-table'

export interface StepInspectorProps {
  readonly step: Step
}

const icon = { size: 14, 'aria-hidden': true } as const

/** Everything about one step. */
export function StepInspector({ step }: StepInspectorProps): React.ReactElement {
  const disabled = useReadOnly()
  const [tab, setTab] = useStepTab(step)
  const tabs = useTabs(step, disabled)
  const shown = tabs.some(({ id }) => id === tab) ? tab : (tabs[0]?.id ?? '')
  return (
    <section
      aria-label={`Step ${step.name}`}
      className="mb-3 rounded-[10px] border border-accent-line bg-raised"
    >
      <Header step={step} disabled={disabled} />
      <div className="px-3.5 pb-3">
        <AdoptOffer step={step} disabled={disabled} />
        <Tabs label={`Parts of ${step.name}`} tabs={tabs} value={shown} onChange={setTab} />
      </div>
    </section>
  )
}

function Header({
  step,
  disabled,
}: {
  readonly step: Step
  readonly disabled: boolean
}): React.ReactElement {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const steps = useDesigner((state) => state.steps)
  const workflows = useDesigner((state) => state.reading.view.workflows)
  const { run, open } = store.getState()
  const { ref } = step
  const clipboard = useStepClipboard()
  const installed = useInstalled()
  const siblings = steps.filter(
    (other) => other !== step && other.pipeline === step.pipeline && sameWorkflow(other, step),
  )
  const program = step.language && languageOf(step.language)?.program
  const present = useDesigner(({ build }) => build.files.has(`${step.folder}${program}`))
  const remove = (): void => {
    const lane = document.getElementById(`workflow-${ref.type}-${ref.action}`)?.closest('section')
    if (!run(removeStep(ref))) return
    // After the menu has closed: its trigger is gone with the step.
    setTimeout(() => {
      const next =
        lane?.querySelector<HTMLElement>('[aria-pressed]') ?? lane?.querySelector('button')
      next?.focus()
    }, 50)
  }
  const targets = workflows.flatMap((workflow) =>
    workflow.pipelines.flatMap((pipeline, index) =>
      workflow.type === ref.type && workflow.action === ref.action && index === ref.pipeline
        ? []
        : [{ type: workflow.type, action: workflow.action, pipeline: index, name: pipeline.name }],
    ),
  )

  return (
    <div className="@container flex flex-wrap items-center gap-2 border-line border-b px-3 py-2">
      <DraftField
        label="Name of the step"
        hideLabel
        mono
        reserve={0}
        className="w-52"
        {...at([...step.path, 'name'])}
        data-step-name
        disabled={disabled}
        value={step.name}
        warning={stepRenameEffect(installed, ref, step.pipeline, step.ours && step.followsImage)}
        check={(name) =>
          siblings.some((other) => other.name === name)
            ? `There is a step "${name}" in this pipeline already.`
            : checkContainerName(name)
        }
        onCommit={(name) => run(renameStep(ref, name))}
      />
      <Badge shape="type" tone="accent">
        {step.kind}
      </Badge>
      {step.language ? (
        <SelectField
          label="Language"
          hideLabel
          reserve={0}
          className="w-32"
          disabled={disabled}
          value={step.language}
          options={LANGUAGE_LIST.map(({ id, label }) => ({ value: id, label }))}
          onChange={(language) => run(setStepLanguage(step.key, language))}
        />
      ) : null}
      <span className="min-w-0 flex-1 truncate text-right text-faint text-sm" title={step.folder}>
        {/* A few letters of it would say nothing; the tab Files has it, too. */}
        <span className="hidden @4xl:inline">{step.ours ? `…/${step.key}` : ''}</span>
      </span>
      {step.folder && program && present ? (
        <Button
          size="sm"
          icon={<FileCode2 {...icon} />}
          onClick={() => open(`${step.folder}${program}`)}
        >
          {program.slice(program.lastIndexOf('/') + 1)}
        </Button>
      ) : null}
      <Menu
        align="end"
        trigger={
          <IconButton
            size="sm"
            disabled={disabled}
            label={`Actions for step ${step.name}`}
            icon={<Ellipsis {...icon} />}
          />
        }
      >
        <MenuItem icon={<CopyPlus {...icon} />} onSelect={() => run(duplicateStep(ref))}>
          Duplicate
        </MenuItem>
        <MenuItem icon={<Copy {...icon} />} hint="Ctrl C" onSelect={() => clipboard.copy(ref)}>
          Copy as YAML
        </MenuItem>
        <MenuItem icon={<Scissors {...icon} />} hint="Ctrl X" onSelect={() => clipboard.cut(ref)}>
          Cut
        </MenuItem>
        <MenuItem
          icon={<ClipboardPaste {...icon} />}
          hint="Ctrl V"
          onSelect={() => clipboard.paste(pasteTarget(ref))}
        >
          Paste after it
        </MenuItem>
        {targets.length > 0 ? (
          <>
            <MenuSeparator />
            <MenuLabel>Move to</MenuLabel>
            {targets.map(({ name, ...target }) => (
              <MenuItem
                key={`${target.type}/${target.action}/${target.pipeline}`}
                icon={<MoveRight {...icon} />}
                hint={`${target.type} ${target.action}`}
                onSelect={() => run(moveStep(ref, target))}
              >
                {name}
              </MenuItem>
            ))}
          </>
        ) : null}
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 {...icon} />} onSelect={remove}>
          Remove
        </MenuItem>
      </Menu>
    </div>
  )
}

interface Tab {
  readonly id: string
  readonly label: string
  readonly content: React.ReactNode
}

function useTabs(step: Step, disabled: boolean): readonly Tab[] {
  const store = useDesignerStore()
  const api = useDesigner((state) => state.reading.view.api)
  const version = api && storageVersion(api)
  const properties = useMemo(
    () => (version ? propertiesOf(version.schema, version.schemaPath) : []),
    [version],
  )
  const foreign = useDesigner(
    ({ build }) =>
      step.folder !== undefined &&
      [...build.files.keys()].some((path) => path.startsWith(step.folder ?? '')),
  )
  const { settings, key } = step
  const image: Tab = {
    id: 'container',
    label: 'Container',
    content: <ContainerFields step={step} disabled={disabled} />,
  }
  const files: Tab = { id: 'files', label: 'Files', content: <StepFiles step={step} /> }
  if (!settings) return foreign ? [image, files] : [image]
  if (settings.kind === 'render') {
    const { success, failure } = settings.status
    return [
      {
        id: 'output',
        label: 'Output',
        content: (
          <>
            <ValuesTable
              stepKey={key}
              settings={settings}
              properties={properties}
              disabled={disabled}
            />
            <Templates
              step={step}
              settings={settings}
              properties={properties}
              disabled={disabled}
            />
          </>
        ),
      },
      {
        id: 'status',
        label: 'Status',
        content: (
          <div className="grid grid-cols-2 gap-x-6 gap-y-4 max-pane:grid-cols-1">
            <StatusTexts stepKey={key} side="success" texts={success} disabled={disabled} />
            <StatusTexts stepKey={key} side="failure" texts={failure} disabled={disabled} />
          </div>
        ),
      },
      image,
      files,
    ]
  }
  if (settings.kind === 'dependencies') {
    return [
      {
        id: 'program',
        label: 'Manifests',
        content: (
          <p className="flex flex-wrap items-center gap-2 py-1 text-dim">
            Writes every manifest below <code>resources/</code> to the destinations.
            <Button size="sm" onClick={() => store.getState().goTo('dependencies')}>
              Go to Dependencies
            </Button>
          </p>
        ),
      },
      image,
      files,
    ]
  }
  const program = <CustomProgram step={step} />
  return [{ id: 'program', label: 'Program', content: program }, image, files]
}

function sameWorkflow(a: Step, b: Step): boolean {
  return a.ref.type === b.ref.type && a.ref.action === b.ref.action
}
