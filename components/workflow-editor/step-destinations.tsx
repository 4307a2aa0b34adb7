'use client'

import { Plus, Trash2, X } from 'lucide-react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { DraftField } from '@/components/ui/draft-field'
import { IconButton } from '@/components/ui/icon-button'
import { SelectField } from '@/components/ui/select-field'
import { setDestinationSelectors } from '@/lib/commands/set-destination-selectors'
import { checkLabelKey, checkLabelValue } from '@/lib/promise/names'
import type { SelectorSettings } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'

export interface StepDestinationsProps {
  readonly stepKey: StepKey
  readonly selectors: readonly SelectorSettings[]
  /** First folders of the templates. */
  readonly folders: readonly string[]
  readonly disabled: boolean
}

/** Labels that a Destination must have for what the step writes. */
export function StepDestinations(props: StepDestinationsProps): React.ReactElement {
  const { stepKey, selectors, folders, disabled } = props
  const { run } = useDesignerStore().getState()
  const set = (next: readonly SelectorSettings[]): boolean =>
    run(setDestinationSelectors(stepKey, next))
  const taken = selectors.map(({ directory = '' }) => directory)
  const free = ['', ...folders].find((folder) => !taken.includes(folder))
  const replace = (index: number, next: SelectorSettings): boolean =>
    set(selectors.map((one, i) => (i === index ? next : one)))

  return (
    <section aria-label="Destinations of this step" className="mt-5">
      <div className="mb-1.5 flex flex-wrap items-center gap-1.5">
        <h3 className="mr-1 font-medium">Destinations</h3>
        <Button
          size="sm"
          variant="ghost"
          aria-label="Add destination labels"
          icon={<Plus size={14} aria-hidden />}
          disabled={disabled || free === undefined}
          onClick={() => {
            const matchLabels = { environment: 'dev' }
            set([...selectors, free === '' ? { matchLabels } : { directory: free, matchLabels }])
          }}
        >
          Labels
        </Button>
      </div>
      {selectors.map((selector, index) => (
        <SelectorRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the row stays while its folder changes
          key={index}
          {...{ selector, folders, disabled }}
          taken={taken}
          only={selectors.length === 1 && folders.length === 0}
          onChange={(next) => replace(index, next)}
          onRemove={() => set(selectors.filter((_, i) => i !== index))}
        />
      ))}
      <p className="mt-1.5 text-faint text-sm">
        {selectors.length === 0
          ? 'Files go where the Promise’s own rules under Scheduling say.'
          : 'A Destination must have all labels of an entry. The rules under Scheduling win on the same label, but do not count for a folder with an entry of its own.'}{' '}
        {folders.length === 0
          ? 'A template in a folder, such as monitoring/board.yaml, can go elsewhere than the rest.'
          : null}
      </p>
    </section>
  )
}

interface SelectorRowProps {
  readonly selector: SelectorSettings
  readonly folders: readonly string[]
  /** Folders of all entries. */
  readonly taken: readonly string[]
  readonly only: boolean
  readonly disabled: boolean
  readonly onChange: (selector: SelectorSettings) => boolean
  readonly onRemove: () => boolean
}

/** One entry: a folder and its labels. */
function SelectorRow(props: SelectorRowProps): React.ReactElement {
  const { selector, folders, taken, only, disabled, onChange, onRemove } = props
  const { directory = '', matchLabels } = selector
  const labels = Object.entries(matchLabels)
  const what = directory === '' ? (only ? 'all files' : 'the rest') : `${directory}/`
  const offered = [...new Set(['', ...folders, directory])].filter(
    (folder) => folder === directory || !taken.includes(folder),
  )
  const setLabels = (next: readonly (readonly [string, string])[]): boolean =>
    onChange({
      ...(directory !== '' && { directory }),
      matchLabels: Object.fromEntries(next),
    })
  const addLabel = (): void => {
    let key = 'label'
    for (let n = 2; Object.hasOwn(matchLabels, key); n += 1) key = `label-${n}`
    setLabels([...labels, [key, '']])
  }
  return (
    <div className="mb-2 rounded-lg border border-line bg-panel px-2.5 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <SelectField
          label="Files"
          hideLabel
          reserve={0}
          className="w-48"
          disabled={disabled}
          value={directory}
          options={offered.map((folder) => ({
            value: folder,
            label: folder === '' ? (only ? 'All files' : 'All other files') : `Files in ${folder}/`,
          }))}
          onChange={(folder) =>
            onChange({ ...(folder !== '' && { directory: folder }), matchLabels })
          }
        />
        <span className="text-dim">go to Destinations with</span>
        <span className="flex-1" />
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Add a label for ${what}`}
          icon={<Plus size={14} aria-hidden />}
          disabled={disabled}
          onClick={addLabel}
        >
          Label
        </Button>
        <IconButton
          size="sm"
          disabled={disabled}
          label={`Remove the labels for ${what}`}
          icon={<Trash2 size={13} aria-hidden />}
          onClick={onRemove}
        />
      </div>
      <ul aria-label={`Labels for ${what}`}>
        {labels.map(([key, text], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a label is known by its place while it is typed
          <li key={index} className="mt-1.5 flex items-start gap-2">
            <DraftField
              label={`Label ${index + 1} for ${what}`}
              hideLabel
              mono
              reserve={0}
              className="min-w-0 flex-1"
              disabled={disabled}
              value={key}
              check={(next) =>
                next !== key && Object.hasOwn(matchLabels, next)
                  ? `There is a label "${next}" already.`
                  : checkLabelKey(next)
              }
              onCommit={(next) =>
                setLabels(labels.map((one, i) => (i === index ? [next, text] : one)))
              }
            />
            <span aria-hidden className="mt-1.5 text-faint">
              =
            </span>
            <DraftField
              label={`Value of ${key} for ${what}`}
              hideLabel
              mono
              reserve={0}
              className="min-w-0 flex-1"
              disabled={disabled}
              value={text}
              check={(next) => (next.includes('${') ? undefined : checkLabelValue(next))}
              onCommit={(next) =>
                setLabels(labels.map((one, i) => (i === index ? [key, next] : one)))
              }
            />
            <IconButton
              size="sm"
              className="mt-[3px]"
              disabled={disabled || labels.length === 1}
              label={`Remove the label ${key} for ${what}`}
              icon={<X size={13} aria-hidden />}
              onClick={() => setLabels(labels.filter((_, i) => i !== index))}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
