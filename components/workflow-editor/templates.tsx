'use client'

import clsx from 'clsx'
import { Plus, Trash2 } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { CodeEditor } from '@/components/code-editor'
import { useAssist } from '@/components/designer/use-assist'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { DraftField } from '@/components/ui/draft-field'
import { IconButton } from '@/components/ui/icon-button'
import { addTemplate } from '@/lib/commands/add-template'
import { manifestsOf } from '@/lib/commands/dependency-files'
import { removeTemplate } from '@/lib/commands/remove-template'
import { renameTemplate } from '@/lib/commands/rename-template'
import type { RenderSettings } from '@/lib/commands/render-step'
import { ownOf } from '@/lib/commands/set-template'
import type { Step } from '@/lib/commands/steps'
import { templateProblem } from '@/lib/commands/template-path'
import type { Property } from '@/lib/schema/property'
import { firstCondition, knownChoices } from './condition-choices'
import { newTemplateText } from './new-template'
import { StepDestinations } from './step-destinations'
import { TemplateSettingsRow } from './template-settings'

export interface TemplatesProps {
  readonly step: Step
  readonly settings: RenderSettings
  readonly properties: readonly Property[]
  readonly disabled: boolean
}

/** The manifest templates of a step, edited in place. */
export function Templates(props: TemplatesProps): React.ReactElement {
  const { step, settings, properties, disabled } = props
  const values = Object.keys(settings.values)
  const store = useDesignerStore()
  const files = useDesigner((state) => state.files)
  const problems = useDesigner((state) => state.problems)
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const folder = `${step.folder}resources/`
  const paths = step.folder === undefined ? [] : manifestsOf(files, step.folder)
  const index = Math.min(chosen, paths.length - 1)
  const file = paths[index]
  const assist = useAssist(file ?? '')
  const name = file?.slice(folder.length) ?? ''
  const text = file === undefined ? undefined : files.get(file)?.text
  const markers = useMemo(
    () =>
      problems.flatMap(({ place, range, severity, message }) =>
        place.file === file && range ? [{ ...range, severity, message }] : [],
      ),
    [problems, file],
  )
  const { run, editText, undo, redo } = store.getState()
  const names = paths.map((path) => path.slice(folder.length))

  const choicesOf = (value: string) => knownChoices(properties, settings.values[value])

  const add = (): void => {
    let free = 'manifest.yaml'
    for (let n = 2; names.includes(free); n += 1) free = `manifest-${n}.yaml`
    if (run(addTemplate(step.key, free, newTemplateText(values)))) {
      setChosen([...names, free].sort().indexOf(free))
    }
  }

  return (
    <div className="mt-4">
      <div ref={list} className="mb-1.5 flex flex-wrap items-center gap-1.5">
        <h3 className="mr-1 font-medium">Templates</h3>
        {names.map((one, i) => (
          <button
            key={one}
            type="button"
            aria-pressed={i === index}
            onClick={() => setChosen(i)}
            className={clsx(
              'h-6 max-w-60 truncate rounded-md border px-2 font-mono text-sm',
              i === index
                ? 'border-accent-line bg-accent-bg text-accent-text'
                : 'border-line text-dim hover:bg-hover',
            )}
          >
            {one}
            {ownOf(settings, one)?.onlyWhen ? (
              <span aria-hidden className="text-faint">
                {' '}
                ?
              </span>
            ) : null}
          </button>
        ))}
        <Button
          size="sm"
          variant="ghost"
          aria-label="Add a template"
          icon={<Plus size={14} aria-hidden />}
          disabled={disabled}
          onClick={add}
        >
          Template
        </Button>
      </div>
      {file === undefined || text == null ? (
        <p className="rounded-lg border border-line2 border-dashed px-3 py-3 text-dim">
          A step without templates writes nothing. Add the first one.
        </p>
      ) : (
        <div className="overflow-hidden rounded-lg border border-line bg-code">
          <div className="flex items-center gap-2 border-line border-b bg-panel px-2 py-1">
            <DraftField
              label="File name of the template"
              hideLabel
              mono
              reserve={0}
              className="w-64 min-w-0"
              disabled={disabled}
              value={name}
              check={(next) =>
                next !== name && names.includes(next)
                  ? `There is a template "${next}" already.`
                  : templateProblem(next)
              }
              onCommit={(next) => {
                if (!run(renameTemplate(step.key, name, next))) return
                const order = names.map((one) => (one === name ? next : one)).sort()
                setChosen(order.indexOf(next))
              }}
            />
            <span className="flex-1" />
            <IconButton
              size="sm"
              disabled={disabled}
              label={`Remove the template ${name}`}
              icon={<Trash2 size={13} aria-hidden />}
              onClick={() => run(removeTemplate(step.key, name))}
            />
          </div>
          <TemplateSettingsRow
            key={name}
            stepKey={step.key}
            template={name}
            said={ownOf(settings, name) ?? {}}
            values={values}
            choicesOf={choicesOf}
            first={(value) => firstCondition(value, choicesOf(value))}
            disabled={disabled}
          />
          <div className="h-64 resize-y overflow-hidden">
            <CodeEditor
              compact
              path={file}
              text={text}
              language="yaml"
              label={`Template ${name}`}
              readOnly={disabled}
              markers={markers}
              assist={assist}
              onEdit={(edits) => editText(file, edits)}
              onUndo={undo}
              onRedo={redo}
              onLeave={() =>
                list.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus()
              }
            />
          </div>
        </div>
      )}
      <p className="mt-1.5 text-faint text-sm">
        {values.length > 0 ? (
          <>
            May hold{' '}
            {values.map((value, i) => (
              <span key={value}>
                {i > 0 ? ', ' : ''}
                <code>{`\${${value}}`}</code>
              </span>
            ))}
            . A scalar that is one whole placeholder keeps the value's type, quoted or not.
          </>
        ) : (
          'Add a value above to use it here.'
        )}
      </p>
      <StepDestinations
        stepKey={step.key}
        selectors={settings.destinationSelectors ?? []}
        folders={firstFolders(names)}
        disabled={disabled}
      />
    </div>
  )
}

function firstFolders(templates: readonly string[]): readonly string[] {
  return [
    ...new Set(
      templates.flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [])),
    ),
  ]
}
