import type { Step } from '@/lib/commands/steps'
import type { Workflow } from '@/lib/promise/workflows'

/** What a workflow does with what its steps write, for somebody who has never seen Kratix. */
export interface FlowText {
  /** The file that the first step finds, in words. */
  readonly input: readonly [what: string, file: string]
  /** What becomes of it after the last step; each is drawn as a box. */
  readonly after: readonly (readonly [what: string, more: string])[]
  /** The picture in sentences: also for who cannot see it. */
  readonly sentence: string
}

/**
 * kratix.md 3.5, 5.3 to 5.7.
 * @param labels those that a Destination must carry, as `key=value`
 */
export function flowText({ type, action }: Workflow, labels: readonly string[]): FlowText {
  const what = type === 'promise' ? 'Promise' : 'request'
  const input = [what, 'object.yaml'] as const
  const begin = `Kratix puts the ${what} into /kratix/input/object.yaml and runs the steps in order, in one Pod.`
  const status =
    type === 'promise'
      ? 'the message of status.yaml becomes that of the Promise'
      : 'status.yaml becomes the status of the request'
  if (action === 'delete') {
    return {
      input,
      after: [
        ['no Work', 'of /kratix/output'],
        ['Kratix removes', 'Works and files'],
      ],
      sentence: `${begin} They clean up what is outside of Kratix: what lies in /kratix/output and destination-selectors.yaml are ignored. In /kratix/metadata, ${status}, and workflow-control.yaml can make the deletion wait. Then Kratix removes the Works, and with them the files on the Destinations. A step that fails holds the deletion up.`,
    }
  }
  const where = labels.length > 0 ? labels.join(', ') : 'any labels'
  const [targets, all] =
    type === 'promise'
      ? ['all Destinations', 'every Destination']
      : ['one Destination', 'one Destination']
  return {
    input,
    after: [
      ['Work', '/kratix/output'],
      [targets, where],
    ],
    sentence: `${begin} What lies in /kratix/output after the last step becomes a Work: its files go to ${all} with ${where}, by GitOps. In /kratix/metadata, ${status}, and destination-selectors.yaml narrows where the files go.`,
  }
}

/**
 * The boxes behind the steps of one pipeline: its Destinations must also carry what its own steps
 * ask for. Folders with Destinations of their own are counted.
 * @param labels those of the Promise, as `key=value`
 */
export function afterSteps(
  workflow: Workflow,
  labels: readonly string[],
  steps: readonly Pick<Step, 'settings'>[],
): FlowText['after'] {
  const asked = steps.flatMap(({ settings }) =>
    settings?.kind === 'render' ? (settings.destinationSelectors ?? []) : [],
  )
  const folders = new Set(asked.flatMap(({ directory }) => directory || []))
  const known = new Set(labels.map((label) => label.split('=')[0]))
  const own = asked
    .filter(({ directory }) => !directory)
    .flatMap(({ matchLabels }) => Object.entries(matchLabels))
    // What the Promise asks for holds.
    .filter(([key]) => !known.has(key))
    .map(([key, value]) => `${key}=${value}`)
  const { after } = flowText(workflow, [...labels, ...new Set(own)])
  if (workflow.action === 'delete' || folders.size === 0) return after
  const more = folders.size === 1 ? '1 folder elsewhere' : `${folders.size} folders elsewhere`
  return after.map(([what, where], i) =>
    i === after.length - 1 ? [what, `${where}; ${more}`] : [what, where],
  )
}

/** What a step writes, as far as one can know it. */
export function writesOf(step: Pick<Step, 'kind' | 'settings' | 'ref'>): string {
  const { kind, settings, ref } = step
  if (ref.action === 'delete') return 'cleans up'
  if (kind === 'dependencies') return 'writes output'
  if (settings?.kind === 'render') {
    const tells = Object.keys(settings.status.success).length > 0
    return tells ? 'writes output, status' : 'writes output'
  }
  return kind === 'custom' ? 'writes as its program says' : 'writes as its image says'
}
