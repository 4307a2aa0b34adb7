import { type Command, refused } from '@/lib/promise/command'
import { freeLabel } from '@/lib/promise/dns-label'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkImage } from '@/lib/promise/names'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { containerNameOf } from '@/lib/promise/step-images'
import { insertItem, keepComments, moveEntry, removeAt, renameKey, setValue } from '@/lib/yaml/edit'
import { defaultPipelineName, newPipeline } from './add-pipeline'
import { editPromiseText, type YamlEdit } from './edit-yaml'
import { onPromise } from './on-promise'

/** Fields of older Kratix versions and of older CRDs that have another place today. */
export type OldField =
  | 'spec.xaasCrd'
  | 'spec.workerClusterResources'
  | 'spec.xaasRequestPipeline'
  | 'spec.clusterSelector'
  | 'spec.scheduling'
  | 'spec.api.spec.validation'
  | 'spec.api.spec.version'

const CRD: Path = ['spec', 'api', 'spec']
const CONFIGURE = { type: 'resource', action: 'configure' } as const
const STEPS: Path = ['spec', 'workflows', 'resource', 'configure']

/** Why the field cannot be moved as it stands; `undefined` when {@link moderniseField} can. */
export function modernisingProblem(value: unknown, field: OldField): string | undefined {
  const at = field.split('.')
  const old = valueAt(value, at)
  const taken = (path: Path) => (valueAt(value, path) ?? undefined) !== undefined
  if (old === undefined) return `There is no ${field}.`
  switch (field) {
    case 'spec.xaasCrd':
      return taken(['spec', 'api']) ? 'There is a spec.api too.' : undefined
    case 'spec.workerClusterResources':
      return taken(['spec', 'dependencies']) ? 'There are spec.dependencies too.' : undefined
    case 'spec.xaasRequestPipeline': {
      const images = Array.isArray(old) ? old : undefined
      const good = images?.every((one) => typeof one === 'string' && !checkImage(one))
      if (!images || images.length === 0 || !good) return 'It is no list of images.'
      const present = valueAt(value, STEPS)
      const none = (present ?? undefined) === undefined
      return none || Array.isArray(present) ? undefined : `${STEPS.join('.')} is no list.`
    }
    case 'spec.clusterSelector':
      if (taken(['spec', 'destinationSelectors'])) return 'There are spec.destinationSelectors too.'
      return isRecord(old) ? undefined : 'It is no map of labels.'
    case 'spec.scheduling':
      if (taken(['spec', 'destinationSelectors'])) return 'There are spec.destinationSelectors too.'
      return Array.isArray(old) && old.every(isTarget) ? undefined : 'It is no list of targets.'
    default: {
      const versions = valueAt(value, [...CRD, 'versions']) ?? []
      if (!Array.isArray(versions) || versions.length > 1) return 'There are several versions.'
      const [own, first] = [valueAt(value, [...CRD, 'version']), valueAt(versions, [0, 'name'])]
      if (typeof (own ?? first) !== 'string') return 'The version has no name.'
      // Which of two names requests use is not ours to say.
      if (versions.length > 0 && (own ?? first) !== first) {
        return `${first === undefined ? 'versions[0] has no name' : `versions[0].name is ${JSON.stringify(first)}`}.`
      }
      return taken([...CRD, 'versions', 0, 'schema']) ? 'The version has a schema too.' : undefined
    }
  }
}

/**
 * Moves a field of older versions to where it belongs today; its text moves as it is written, and
 * the comments of what has no place there any more stand above.
 */
export function moderniseField(field: OldField): Command {
  const label = `Move ${field} to its new place`
  return onPromise(label, ({ files, value }) => {
    const problem = modernisingProblem(value, field)
    if (problem) return refused(problem)
    const edit = (place: Path, ...edits: readonly YamlEdit[]) =>
      editPromiseText({ label, place }, ...edits)
    const before = files.get(PROMISE_FILE)?.text ?? ''
    const place = newPlace(value, field)
    return [
      ...moves(value, field, edit),
      edit(place, (document) => keepComments(document, before, place)),
    ]
  })
}

/** The entry that holds what the field held. */
function newPlace(value: unknown, field: OldField): Path {
  const present = valueAt(value, STEPS)
  switch (field) {
    case 'spec.xaasCrd':
      return ['spec', 'api']
    case 'spec.workerClusterResources':
      return ['spec', 'dependencies']
    case 'spec.xaasRequestPipeline':
      return [...STEPS, Array.isArray(present) ? present.length : 0]
    case 'spec.clusterSelector':
      return isEmpty(valueAt(value, field.split('.'))) ? ['spec'] : ['spec', 'destinationSelectors']
    case 'spec.scheduling':
      return ['spec', 'destinationSelectors']
    default:
      return [...CRD, 'versions']
  }
}

function moves(value: unknown, field: OldField, edit: MakeEdit): readonly Command[] {
  const rename = (key: string) =>
    edit(['spec', key], (document) => renameKey(document, field.split('.'), key))
  switch (field) {
    case 'spec.xaasCrd':
      return [...vacate(value, ['spec', 'api'], edit), rename('api')]
    case 'spec.workerClusterResources':
      return [...vacate(value, ['spec', 'dependencies'], edit), rename('dependencies')]
    case 'spec.xaasRequestPipeline':
      return [
        edit(STEPS, pipelineOf(valueAt(value, ['spec', 'xaasRequestPipeline']), value)),
        edit(STEPS, (document) => removeAt(document, ['spec', 'xaasRequestPipeline'])),
      ]
    case 'spec.clusterSelector':
      return clusterSelector(value, edit)
    case 'spec.scheduling':
      return [
        ...vacate(value, ['spec', 'destinationSelectors'], edit),
        ...targets(value, edit),
        rename('destinationSelectors'),
      ]
    default:
      return crdVersion(value, edit)
  }
}

const isEmpty = (value: unknown) => isRecord(value) && Object.keys(value).length === 0

type MakeEdit = (place: Path, ...edits: readonly YamlEdit[]) => Command

/** An empty entry in the way of the new one goes. */
function vacate(value: unknown, path: Path, edit: MakeEdit): readonly Command[] {
  return valueAt(value, path) === null ? [edit(path, (document) => removeAt(document, path))] : []
}

function pipelineOf(images: unknown, value: unknown): YamlEdit {
  const names = new Set<string>()
  const containers = (Array.isArray(images) ? images : []).map((one) => {
    const image = String(one)
    const name = freeLabel(containerNameOf(image), (taken) => names.has(taken))
    names.add(name)
    return { name, image }
  })
  const present = valueAt(value, STEPS)
  const pipelines = Array.isArray(present) ? present : []
  const name = freeLabel(defaultPipelineName(CONFIGURE), (taken) =>
    pipelines.some((pipeline) => valueAt(pipeline, ['metadata', 'name']) === taken),
  )
  const made = newPipeline(name, containers)
  return (document) => insertItem(document, STEPS, pipelines.length, made)
}

function clusterSelector(value: unknown, edit: MakeEdit): readonly Command[] {
  const [old, list]: Path[] = [
    ['spec', 'clusterSelector'],
    ['spec', 'destinationSelectors'],
  ]
  if (!old || !list) return []
  // The labels move with their comments into a list that is first made for them.
  const labels = valueAt(value, old)
  if (isEmpty(labels)) return [edit(['spec'], (document) => removeAt(document, old))]
  return [
    edit(list, (document) => setValue(document, list, [{ matchLabels: {} }])),
    ...Object.keys(isRecord(labels) ? labels : {}).map((key) =>
      edit(list, (document) =>
        moveEntry(document, [...old, key], { parent: [...list, 0, 'matchLabels'] }),
      ),
    ),
    edit(list, (document) => removeAt(document, old)),
  ]
}

/** `{target: {matchLabels}}` as older versions wrote it, or `{matchLabels}` already. */
function isTarget(item: unknown): boolean {
  if (!isRecord(item)) return false
  const keys = Object.keys(item)
  if (keys.length !== 1) return false
  if (keys[0] === 'matchLabels') return true
  const { target } = item
  return isRecord(target) && Object.keys(target).join() === 'matchLabels'
}

function targets(value: unknown, edit: MakeEdit): readonly Command[] {
  const list = valueAt(value, ['spec', 'scheduling'])
  return (Array.isArray(list) ? list : []).flatMap((item, i) => {
    if (!isRecord(item) || !('target' in item)) return []
    const at: Path = ['spec', 'scheduling', i]
    return [
      edit(at, (document) => moveEntry(document, [...at, 'target', 'matchLabels'], { parent: at })),
      edit(at, (document) => removeAt(document, [...at, 'target'])),
    ]
  })
}

/** `version` and `validation` of a v1beta1 CRD, which has one schema for all versions. */
function crdVersion(value: unknown, edit: MakeEdit): readonly Command[] {
  const crd = valueAt(value, CRD)
  const versions: Path = [...CRD, 'versions']
  const commands: Command[] = []
  const given = valueAt(crd, ['versions'])
  if (!Array.isArray(given) || given.length === 0) {
    const first = { name: valueAt(crd, ['version']), served: true, storage: true }
    commands.push(edit(versions, (document) => setValue(document, versions, [first])))
  }
  if (valueAt(crd, ['version']) !== undefined) {
    commands.push(edit(versions, (document) => removeAt(document, [...CRD, 'version'])))
  }
  if (valueAt(crd, ['validation']) !== undefined) {
    const to = { parent: [...versions, 0], key: 'schema' }
    commands.push(edit(versions, (document) => moveEntry(document, [...CRD, 'validation'], to)))
  }
  return commands
}
