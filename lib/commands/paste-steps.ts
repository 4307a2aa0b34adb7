import { type Command, refused, sequence, unchanged } from '@/lib/promise/command'
import { BASE_FOLDER } from '@/lib/promise/files'
import { checkPipelineName } from '@/lib/promise/names'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { containerNameOf } from '@/lib/promise/step-images'
import {
  type StepKey,
  stepFolder,
  stepKey,
  type Workflow,
  workflowPath,
} from '@/lib/promise/workflows'
import { parseYaml, type YamlDocument } from '@/lib/yaml/document'
import { insertItem, pasteItem } from '@/lib/yaml/edit'
import { defaultPipelineName, newPipeline } from './add-pipeline'
import type { CopiedStep, CopiedSteps } from './copy-steps'
import { editPromiseText, editSettings, set } from './edit-yaml'
import {
  freePipelineName,
  freeStepName,
  kindProblem,
  newImage,
  noSuchPipeline,
  pipelinesOf,
  plan,
} from './plan'
import { needsVersion2, raiseVersion } from './settings-version'
import { standalone, standaloneDocument } from './standalone'

/** A container or a pipeline in a text from the clipboard. */
export interface PastedPart {
  readonly kind: 'step' | 'pipeline'
  readonly value: Readonly<Record<string, unknown>>
  /** In its own words, with its comments. */
  readonly source: string
}

export type PastedParts =
  | { readonly ok: true; readonly parts: readonly PastedPart[] }
  | { readonly ok: false; readonly reason: string }

/** Longer texts are no steps that someone copied. */
const LONGEST = 500_000

/**
 * The steps or pipelines in a text: one, or a list of them, as they stand in a Promise. `containers:`
 * before them may be there. Otherwise one sentence says what is wrong.
 */
export function readPastedSteps(text: string): PastedParts {
  if (text.trim() === '') return no('There is nothing to paste.')
  if (text.length > LONGEST) return no('This is too long to be pasted as steps.')
  const plain = text.replace(/^\ufeff/, '')
  const [document, ...more] = parseYaml(plain.endsWith('\n') ? plain : `${plain}\n`)
  if (!document || document.broken || more.length > 0) {
    return no('What was copied is no YAML of steps or pipelines.')
  }
  const value = document.value()
  if (isRecord(value) && Array.isArray(value.containers)) {
    return readItems(document, ['containers'], value.containers)
  }
  if (Array.isArray(value)) return readItems(document, [], value)
  const kind = kindOf(value)
  if (kind === undefined || !isRecord(value)) return no(whyNot(value))
  return { ok: true, parts: [{ kind, value, source: standaloneDocument(document) }] }
}

function readItems(document: YamlDocument, path: Path, items: readonly unknown[]): PastedParts {
  const parts = items.flatMap((value, i): readonly PastedPart[] => {
    const kind = kindOf(value)
    if (kind === undefined || !isRecord(value)) return []
    return [{ kind, value, source: standalone(document, [...path, i]) }]
  })
  const odd = items.find((value) => kindOf(value) === undefined)
  if (items.length === 0 || odd !== undefined) return no(whyNot(odd))
  if (new Set(parts.map(({ kind }) => kind)).size > 1) {
    return no('What was copied holds steps and pipelines; paste the ones, then the others.')
  }
  return { ok: true, parts }
}

function kindOf(value: unknown): PastedPart['kind'] | undefined {
  if (!isRecord(value)) return undefined
  if (value.kind === 'Pipeline' || Array.isArray(valueAt(value, ['spec', 'containers']))) {
    return 'pipeline'
  }
  return value.kind === undefined && typeof value.image === 'string' ? 'step' : undefined
}

function whyNot(value: unknown): string {
  const what = isRecord(value) && typeof value.kind === 'string' ? `a ${value.kind}` : undefined
  return what
    ? `What was copied is ${what}, neither a step nor a pipeline.`
    : 'What was copied is neither a step (a map with an image) nor a pipeline.'
}

/** Where steps are pasted: into a pipeline, before a step of it. */
export interface PasteTarget {
  readonly workflow: Workflow
  /** Index of the pipeline; a new one is made for steps when absent. */
  readonly pipeline?: number
  /** Index of the step to paste before; at the end when absent. */
  readonly step?: number
}

/**
 * Pastes steps into a pipeline, or pipelines after it. Names that are taken give way. What was copied
 * in this page brings settings and files along; the images of others are taken as they are.
 * @param copied what belongs to the text, where it was copied here
 */
export function pasteSteps(text: string, to: PasteTarget, copied?: CopiedSteps): Command {
  const label = 'Paste'
  const read = readPastedSteps(text)
  if (!read.ok) return { label, run: () => refused(read.reason) }
  const { parts } = read
  const steps = copied?.steps ?? []
  if (parts[0]?.kind === 'pipeline') {
    // Each goes before the one that is there already, so the last comes first.
    const pastes = parts.map((part) => pastePipeline(label, part, to, steps))
    return sequence('Paste pipeline', pastes.toReversed())
  }
  const made = to.pipeline === undefined
  return plan('Paste step', (repository) => {
    const pipelines = pipelinesOf(repository, to.workflow)
    const pipeline = to.pipeline ?? pipelines.length
    const count = pipelines[pipeline]?.steps.length ?? 0
    const at = Math.min(to.step ?? count, count)
    const name = freePipelineName(repository, to.workflow, defaultPipelineName(to.workflow))
    return [
      ...(made ? [newEmptyPipeline(to.workflow, pipelines.length, name)] : []),
      ...parts.map((part, i) =>
        pasteStep(
          part,
          { ...to, pipeline, step: at + i },
          parts.length === 1 ? steps[0] : undefined,
        ),
      ),
    ]
  })
}

function newEmptyPipeline(workflow: Workflow, index: number, name: string): Command {
  const list = workflowPath(workflow)
  return editPromiseText({ label: 'Add pipeline', place: [...list, index] }, (document) =>
    insertItem(document, list, index, newPipeline(name, [])),
  )
}

function pasteStep(
  part: PastedPart,
  to: PasteTarget & { readonly pipeline: number; readonly step: number },
  copied: CopiedStep | undefined,
): Command {
  const label = 'Paste step'
  return plan(label, (repository) => {
    const pipeline = pipelinesOf(repository, to.workflow)[to.pipeline]
    if (!pipeline) return noSuchPipeline
    const problem =
      kindProblem(copied?.settings?.kind ?? 'image', to.workflow) ??
      (copied?.settings ? checkPipelineName(pipeline.name) : undefined)
    if (problem) return refused(problem)
    const wanted =
      typeof part.value.name === 'string' && part.value.name !== ''
        ? part.value.name
        : containerNameOf(String(part.value.image))
    const name = freeStepName(repository, to.workflow, pipeline.name, wanted)
    const key = stepKey(to.workflow, pipeline.name, name)
    const list = [...pipeline.path, 'spec', 'containers']
    const place = [...list, to.step]
    return [
      editPromiseText({ label, place }, (document) =>
        pasteItem(document, list, to.step, part.source),
      ),
      editPromiseText(
        { label, place },
        set([...place, 'name'], name),
        ...(copied?.followsImage ? [set([...place, 'image'], newImage(repository, key))] : []),
      ),
      ...bring(copied, key),
    ]
  })
}

function pastePipeline(
  label: string,
  part: PastedPart,
  { workflow, pipeline }: PasteTarget,
  copied: readonly CopiedStep[],
): Command {
  return plan(label, (repository) => {
    const pipelines = pipelinesOf(repository, workflow)
    const index = Math.min((pipeline ?? pipelines.length - 1) + 1, pipelines.length)
    for (const { settings } of copied) {
      const problem = kindProblem(settings?.kind ?? 'image', workflow)
      if (problem) return refused(problem)
    }
    const given = valueAt(part.value, ['metadata', 'name'])
    const wanted = typeof given === 'string' && given !== '' ? given : defaultPipelineName(workflow)
    const name = freePipelineName(repository, workflow, wanted)
    const list = workflowPath(workflow)
    const place = [...list, index]
    const containers = valueAt(part.value, ['spec', 'containers'])
    const names = (Array.isArray(containers) ? containers : []).map((one) => valueAt(one, ['name']))
    const brought = copied.flatMap((step) => {
      const at = names.indexOf(step.name)
      return at < 0 ? [] : [{ step, at, key: stepKey(workflow, name, step.name) }]
    })
    const images = brought.flatMap(({ step, at, key }) =>
      step.followsImage
        ? [set([...place, 'spec', 'containers', at, 'image'], newImage(repository, key))]
        : [],
    )
    return [
      editPromiseText({ label, place }, (document) =>
        pasteItem(document, list, index, part.source),
      ),
      editPromiseText({ label, place }, set([...place, 'metadata', 'name'], name), ...images),
      ...brought.flatMap(({ step, key }) => bring(step, key)),
    ]
  })
}

/** Settings and files of a copied step under its new key. */
function bring(copied: CopiedStep | undefined, key: StepKey): readonly Command[] {
  if (!copied) return []
  const { settings, files } = copied
  const folder = stepFolder(key)
  return [
    settings
      ? editSettings(
          { label: 'Set up step' },
          set(['steps', key], settings),
          ...(needsVersion2(settings) ? [raiseVersion] : []),
        )
      : { label: 'Set up step', run: () => unchanged },
    // Its name was free, so nothing is written over; bases are no files that a user could write.
    {
      label: 'Write the files of the step',
      run: () =>
        files.length === 0
          ? unchanged
          : {
              kind: 'change',
              edits: files.map(({ path, base, content }) => ({
                kind: 'write',
                path: `${base ? BASE_FOLDER : ''}${folder}${path}`,
                content,
              })),
            },
    },
  ]
}

function no(reason: string): PastedParts {
  return { ok: false, reason }
}
