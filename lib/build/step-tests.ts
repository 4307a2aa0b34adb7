import type { Step } from '@/lib/commands/steps'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { SETTINGS_FILE } from '@/lib/promise/files'
import { isRecord } from '@/lib/promise/path'
import { readIdentity } from '@/lib/render/identity'
import { renderStep } from '@/lib/render/render-step'
import type { DestinationSelector } from '@/lib/render/types'
import type { GeneratedFile } from '@/lib/scaffolds/scaffold'
import { starterOutput } from '@/lib/scaffolds/starter'
import type { Example } from './example'
import { tryPrintYaml } from './print'
import type { StepFiles } from './step-files'

export interface StepTests {
  readonly files: readonly GeneratedFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What the object of a step is: the example request, or the Promise itself. */
export interface TestInput {
  readonly promise: unknown
  readonly example: Example | undefined
  /** False when the user changed the program: then we do not know what to expect of it. */
  readonly programIsOurs: boolean
}

/** The files below `tests/`: an input for the step, and what it must make of it. */
export function stepTests(step: Step, made: StepFiles, input: TestInput): StepTests {
  if (made.files.length === 0) return none
  const object = step.ref.type === 'promise' ? promiseObject(input.promise) : input.example?.value
  const text = object && tryPrintYaml(object)
  if (!object || text === undefined) return none
  const files: GeneratedFile[] = [{ path: 'tests/object.yaml', text }]
  // A dependencies step is compared with its resources; a changed program has the user's tests.
  if (step.kind === 'dependencies' || !input.programIsOurs) return { files, diagnostics: [] }
  if (step.kind === 'custom') {
    return { files: [...files, ...starterExpectations(made, object)], diagnostics: [] }
  }
  if (!made.render) return { files, diagnostics: [] }
  const rendered = renderStep(made.render, object)
  if (!rendered.ok) return { files, diagnostics: [cannotRender(step, rendered.reason)] }
  const output = rendered.files.map(({ path, documents }) => ({ path, documents }))
  const { status, destinations } = rendered
  const expected = expectations(output, status, destinations)
  return { files: [...files, ...expected], diagnostics: [] }
}

const none: StepTests = { files: [], diagnostics: [] }

function starterExpectations(
  { context }: StepFiles,
  object: Readonly<Record<string, unknown>>,
): readonly GeneratedFile[] {
  if (context.action === 'delete') return expectations([], undefined)
  // A name that Kubernetes refuses is refused by the program, too: it would become a file name.
  const identity = readIdentity(context.type, object)
  if (!identity.ok) return []
  const { name, namespace = '' } = identity.value
  const spec = isRecord(object.spec) ? object.spec : {}
  const output = starterOutput(context, { name, namespace, spec })
  return expectations([{ path: output.path, documents: [output.document] }], output.status)
}

function expectations(
  output: readonly { readonly path: string; readonly documents: readonly unknown[] }[],
  status: Readonly<Record<string, unknown>> | undefined,
  destinations: readonly DestinationSelector[] = [],
): readonly GeneratedFile[] {
  const made: { path: string; text: string | undefined }[] = output.map(({ path, documents }) => {
    const texts = documents.map(tryPrintYaml)
    const all = texts.every((text) => text !== undefined)
    return { path: `tests/expected-output/${path}`, text: all ? texts.join('---\n') : undefined }
  })
  // An empty folder says that nothing must be written; Git keeps it by a file.
  if (made.length === 0) made.push({ path: 'tests/expected-output/.gitkeep', text: '' })
  const metadata = 'tests/expected-metadata'
  if (status) made.push({ path: `${metadata}/status.yaml`, text: tryPrintYaml(status) })
  else made.push({ path: `${metadata}/.gitkeep`, text: '' })
  if (destinations.length > 0) {
    made.push({
      path: `${metadata}/destination-selectors.yaml`,
      text: tryPrintYaml(destinations),
    })
  }
  // A file that cannot be written down would be missed by the test: then nothing is expected.
  const files = made.filter((file): file is GeneratedFile => file.text !== undefined)
  return files.length === made.length ? files : []
}

/** The Promise as input, without its long parts, which few steps look at. */
function promiseObject(promise: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(promise)) return undefined
  const {
    api: _,
    dependencies: __,
    workflows: ___,
    ...spec
  } = isRecord(promise.spec) ? promise.spec : {}
  return { apiVersion: promise.apiVersion, kind: promise.kind, metadata: promise.metadata, spec }
}

function cannotRender({ key }: Step, reason: string): Diagnostic {
  return {
    code: 'example-not-rendered',
    severity: 'warning',
    message: `The step ${key} fails on the example request: ${reason}. Its tests have no expected output.`,
    place: { file: SETTINGS_FILE, path: ['steps', key] },
  }
}
