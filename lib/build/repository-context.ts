import type { Step } from '@/lib/commands/steps'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkLabelKey, checkLabelValue } from '@/lib/promise/names'
import { isRecord, valueAt } from '@/lib/promise/path'
import type { ConditionSettings, Settings, StepSettings } from '@/lib/promise/settings'
import { type ApiView, type PromiseView, storageVersion } from '@/lib/promise/view'
import { languageOf } from '@/lib/scaffolds/languages'
import {
  type ApiField,
  INSTALL_FILE,
  type RepositoryApi,
  type RepositoryContext,
  type RepositoryStep,
} from '@/lib/scaffolds/repository/context'
import { LOCAL_TESTS } from '@/lib/scaffolds/repository/local-tests'
import { boundsInWords } from '@/lib/schema/bounds-in-words'
import { propertiesOf } from '@/lib/schema/properties'
import type { Property } from '@/lib/schema/property'
import { parseYaml } from '@/lib/yaml/document'
import type { Example } from './example'

export interface RepositoryFacts {
  /** The document as plain data, for what the view leaves out. */
  readonly value: unknown
  readonly view: PromiseView
  readonly steps: readonly Step[]
  readonly example: Example | undefined
  /** The files of a split repository that the Promise lies in; `undefined` for a flat one. */
  readonly parts: readonly string[] | undefined
  readonly extras: Settings['extras']
  /** True when the repository, as built so far, has the file. */
  has(path: string): boolean
  /** True when it has a file below the folder, other than those that only keep it. */
  hasBelow(folder: string): boolean
  /** `undefined` without such a file, or when it is no text. */
  textOf(path: string): string | undefined
}

/** What README, Makefile and scripts may know of the repository. */
export function repositoryContext(facts: RepositoryFacts): RepositoryContext {
  const { value, view, steps, example, parts, extras } = facts
  const api = view.api
  return {
    promise: view.name,
    promiseFile: parts ? INSTALL_FILE : PROMISE_FILE,
    parts: parts ?? [],
    version: view.version,
    pipelineNamespace: text(valueAt(value, ['spec', 'workflows', 'config', 'pipelineNamespace'])),
    destinationLabels: destinationLabels(view),
    requires: requiredPromises(value),
    dependencies: view.dependencies.map(({ kind, name }) => ({ kind, name })),
    extras: {
      githubActions: extras?.githubActions === true,
      releaseUrl: extras?.promiseRelease?.url,
    },
    api: api && example && repositoryApi(api, example),
    steps: steps.map((step) => repositoryStep(step, facts)),
  }
}

/** All selectors count together; of two with the same key Kratix takes the first (kratix.md 2.1). */
function destinationLabels({ destinationSelectors }: PromiseView): Record<string, string> {
  const labels = new Map<string, string>()
  for (const { matchLabels } of destinationSelectors) {
    for (const [key, label] of Object.entries(matchLabels)) {
      if (!labels.has(key)) labels.set(key, label)
    }
  }
  return Object.fromEntries(labels)
}

function requiredPromises(value: unknown): RepositoryContext['requires'] {
  const required = valueAt(value, ['spec', 'requiredPromises'])
  if (!Array.isArray(required)) return []
  return required
    .map((one) => ({
      name: text(valueAt(one, ['name'])),
      version: text(valueAt(one, ['version'])),
    }))
    .filter(({ name }) => name !== '')
}

function repositoryApi(api: ApiView, example: Example): RepositoryApi {
  const version = storageVersion(api)
  const { name, namespace } = example
  return {
    group: api.group,
    version: version?.name ?? '',
    kind: api.kind,
    plural: api.plural,
    description: text(valueAt(version?.schema, ['description'])),
    fields: version
      ? propertiesOf(version.schema, version.schemaPath).flatMap((one) => fieldsOf(one, 'spec'))
      : [],
    request: { name, namespace, text: example.text },
  }
}

function fieldsOf(property: Property, parent: string): readonly ApiField[] {
  const path = `${parent}.${property.name}`
  const inside = path + property.wraps.map((wrap) => (wrap === 'list' ? '[]' : '.*')).join('')
  const field: ApiField = {
    path,
    type: typeName(property),
    required: property.required,
    default: property.default,
    allowed: property.enum,
    bounds: boundsInWords(property.schema),
    description: property.description,
  }
  return [field, ...property.children.flatMap((child) => fieldsOf(child, inside))]
}

function typeName({ wraps, element, enum: values }: Property): string {
  const plain = {
    enum: values.every((one) => typeof one === 'string') ? 'string' : 'one of',
    'int-or-string': 'integer or string',
    'free-form': 'anything',
    'embedded-resource': 'Kubernetes object',
    other: 'see the schema',
  }
  const { type } = element
  const name = Object.hasOwn(plain, type) ? plain[type as keyof typeof plain] : type
  return [...wraps].reverse().reduce((inner, wrap) => `${wrap} of ${plural(inner)}`, name)
}

function plural(name: string): string {
  const noun = /^(string|integer|number|boolean|object|list|map|Kubernetes object)(?= |$)/
  return name.replace(noun, '$1s')
}

function repositoryStep(step: Step, facts: RepositoryFacts): RepositoryStep {
  const { key, ref, pipeline, name, image, settings } = step
  const folder = builtFolder(step, facts.has)
  const language = step.language && languageOf(step.language)
  const program = step.kind === 'dependencies' ? 'scripts/pipeline.sh' : language?.program
  return {
    key,
    type: ref.type,
    action: ref.action,
    pipeline,
    container: name,
    image,
    what: whatItIs(step, folder, language?.label),
    folder,
    program: folder && program && facts.has(folder + program) ? program : undefined,
    tested: folder !== undefined && isTested(folder, program, facts),
    custom: step.kind === 'custom',
    objects: folder === undefined ? undefined : objectsOf(step, folder, facts),
    sentByExample: folder === undefined ? [] : sentByExample(folder, facts),
    ...renderFacts(settings?.kind === 'render' ? settings : undefined),
  }
}

/**
 * The folder that the image of the step is built from; `undefined` when it is not built here. Also a
 * folder of the user's own, as the `kratix` command line lays it out, makes an image.
 */
export function builtFolder(
  { folder }: Pick<Step, 'folder'>,
  has: RepositoryFacts['has'],
): string | undefined {
  return folder && has(`${folder}Dockerfile`) ? folder : undefined
}

function renderFacts(
  settings: Extract<StepSettings, { kind: 'render' }> | undefined,
): Pick<RepositoryStep, 'status' | 'onDemand' | 'sentTo' | 'components'> {
  const templates = Object.entries(settings?.templates ?? {})
  return {
    status: settings?.status,
    onDemand: templates.flatMap(([path, { onlyWhen }]) =>
      onlyWhen ? [[path, inWords(onlyWhen)] as const] : [],
    ),
    sentTo: (settings?.destinationSelectors ?? []).map(({ directory = '', matchLabels }) => [
      directory,
      matchLabels,
    ]),
    components: templates.flatMap(([path, { component }]) => (component ? [path] : [])),
  }
}

function inWords(condition: ConditionSettings): string {
  const { value } = condition
  if ('present' in condition) return `${value} is ${condition.present ? 'present' : 'absent'}`
  const choices = condition.oneOf.map((one) => JSON.stringify(one))
  return `${value} is ${choices.length > 1 ? 'one of ' : ''}${choices.join(', ') || 'nothing'}`
}

function whatItIs(step: Step, folder: string | undefined, language: string | undefined): string {
  if (step.kind === 'dependencies') return 'static manifests'
  if (step.kind === 'render') return `manifests rendered in ${language ?? step.language}`
  if (step.kind === 'custom') return `program in ${language ?? step.language}`
  return folder ? 'image built here' : 'image that exists already'
}

/** What the tests of the step expect in its metadata, as far as it can be read. */
function sentByExample(folder: string, facts: RepositoryFacts): RepositoryStep['sentByExample'] {
  const file = facts.textOf(`${folder}tests/expected-metadata/destination-selectors.yaml`)
  const selectors = file === undefined ? undefined : parseYaml(file)[0]?.value()
  if (!Array.isArray(selectors)) return []
  const read = selectors.map((one) => {
    const labels = valueAt(one, ['matchLabels'])
    const directory = text(valueAt(one, ['directory'])).replace(/^(\.\/+)+|\/+$/g, '')
    const said = isRecord(labels) ? Object.entries(labels) : []
    return [directory === '.' ? '' : directory, said] as const
  })
  // Whoever recorded the file may have written anything: names go to `kubectl` and to `rm`.
  const isPlain = read.every(
    ([directory, said]) => (directory === '' || FOLDER.test(directory)) && said.every(isLabel),
  )
  if (!isPlain) return []
  return read.map(([directory, said]) => [
    directory,
    Object.fromEntries(said) as Readonly<Record<string, string>>,
  ])
}

/** One folder of the output, with a name that is no option of a command. */
const FOLDER = /^[A-Za-z0-9][-A-Za-z0-9_.]*$/

function isLabel([key, value]: readonly [string, unknown]): boolean {
  return (
    typeof value === 'string' &&
    checkLabelKey(key) === undefined &&
    checkLabelValue(value) === undefined
  )
}

/** The tests are those of this very program: of an owner's own we do not know how they run. */
function isTested(folder: string, program: string | undefined, facts: RepositoryFacts): boolean {
  const tests = LOCAL_TESTS.get(program)
  return tests !== undefined && facts.has(`${folder}${program}`) && facts.has(folder + tests.file)
}

function objectsOf(step: Step, folder: string, facts: RepositoryFacts): RepositoryStep['objects'] {
  if (step.kind === 'dependencies') return 'resources'
  return facts.hasBelow(`${folder}tests/expected-output/`) ? 'tests/expected-output' : undefined
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
