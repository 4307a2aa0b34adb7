import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { tryPrintYaml } from '@/lib/build/print'
import type { StepFiles } from '@/lib/build/step-files'
import { FileContent, type Files } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { list, text } from '@/lib/promise/read-values'
import type { FileEntry, ProgramCall } from '@/lib/sandbox/call'
import lock from '@/lib/scaffolds/typescript/lock.json'
import type { Work } from './run-step'

export type CallOrReason =
  | { readonly ok: true; readonly call: ProgramCall }
  /** Why the program is not run here. */
  | { readonly ok: false; readonly reason: string }

const PROGRAM = 'scripts/pipeline.ts'
/** The version that programs are generated with; the sandbox has the same (program-call.test.ts). */
export const OUR_YAML = lock.packages['node_modules/yaml'].version

/** The call that runs the TypeScript program of a step, as its image would. */
export function programCall(work: Work, folder: string, made: StepFiles): CallOrReason {
  const not = (reason: string): CallOrReason => ({ ok: false, reason })
  const files = filesOf(work.files, folder, made)
  const generated = made.files.find(({ path }) => path === 'Dockerfile')?.text
  if (!generated || files.get('Dockerfile')?.text !== generated) {
    return not('Its Dockerfile is not the generated one, so its program is not run here.')
  }
  if (files.get(PROGRAM)?.text == null) return not(`It has no ${PROGRAM} that could be run.`)
  const scripts: (readonly [string, string])[] = []
  const resources: FileEntry[] = []
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (path.startsWith('resources/'))
      resources.push(entry(path.slice('resources/'.length), content))
    else if (
      /^scripts\/.*(?<!\.d|\.test)\.([cm]?tsx?|[cm]?js|json)$/.test(path) &&
      content.text !== null
    )
      scripts.push([path.slice('scripts/'.length), content.text])
  }
  const sources = list(valueAt(work.container, ['envFrom']))
  if (sources.length > 0) {
    return not('Its variables come from the cluster (envFrom), so it is not run here.')
  }
  const other = otherYaml(files.get('scripts/package.json'))
  if (other !== undefined) {
    return not(`It needs yaml ${other}, and here is ${OUR_YAML}: its program is not run here.`)
  }
  const input = tryPrintYaml(work.object)
  if (input === undefined) return not('Its input cannot be written as YAML.')
  const { container, output, metadata } = work
  const environment = [...work.environment, ...ownVariables(container)]
  const call = {
    ...{ step: work.step.key, language: 'typescript' as const, program: 'pipeline.ts' },
    ...{ scripts, resources, input, environment },
    output: output.contents().map(([path, content]) => entry(path, content)),
    metadata: metadata.contents().map(([path, content]) => entry(path, content)),
    unknownVariables: unknownVariables(container),
    unknownFolders: list(valueAt(container, ['volumeMounts'])).map((one) =>
      text(valueAt(one, ['mountPath'])).replace(/(.)\/+$/, '$1'),
    ),
    statusPath: statusPath(new Map(work.environment)),
  }
  return { ok: true, call: { ...call, key: keyOfCall(call) } }
}

/** All files of a step by their path in its folder: what is generated, and the user's own. */
function filesOf(files: Files, folder: string, made: StepFiles): ReadonlyMap<string, FileContent> {
  const all = new Map(made.files.map(({ path, text }) => [path, FileContent.fromText(text)]))
  for (const [path, content] of files) {
    if (path.startsWith(folder)) all.set(path.slice(folder.length), content)
  }
  return all
}

function entry(path: string, content: FileContent): FileEntry {
  return [path, content.text ?? content.bytes]
}

/** The version of `yaml` that the step asks for, where it is not ours. */
function otherYaml(manifest: FileContent | undefined): string | undefined {
  let asked: unknown
  try {
    asked = valueAt(JSON.parse(manifest?.text ?? ''), ['dependencies', 'yaml'])
  } catch {
    return 'of a package.json that cannot be read'
  }
  return asked === undefined || asked === OUR_YAML ? undefined : String(asked)
}

/** Variables of the container that promise.yaml gives as they are. */
function ownVariables(container: unknown): readonly (readonly [string, string])[] {
  return list(valueAt(container, ['env'])).flatMap((one) => {
    const [name, value] = [text(valueAt(one, ['name'])), valueAt(one, ['value'])]
    return name === '' || reasonUnknown(one) !== undefined ? [] : [[name, text(value)] as const]
  })
}

function unknownVariables(container: unknown): readonly (readonly [string, string])[] {
  return list(valueAt(container, ['env'])).flatMap((one) => {
    const reason = reasonUnknown(one)
    return reason === undefined ? [] : [[text(valueAt(one, ['name'])), reason] as const]
  })
}

function reasonUnknown(variable: unknown): string | undefined {
  if (valueAt(variable, ['valueFrom']) !== undefined) return 'its value stands in the cluster'
  const value = text(valueAt(variable, ['value']))
  return value.includes('$(') ? 'its value names other variables' : undefined
}

/** Where the API server has the status of the object that the container runs for. */
function statusPath(environment: ReadonlyMap<string, string>): string {
  const of = (name: string) => encodeURIComponent(environment.get(`KRATIX_${name}`) ?? '')
  const namespace = of('OBJECT_NAMESPACE')
  const within = namespace === '' ? '' : `/namespaces/${namespace}`
  const kind = `/apis/${of('OBJECT_GROUP')}/${of('OBJECT_VERSION')}${within}/${of('CRD_PLURAL')}`
  return `${kind}/${of('OBJECT_NAME')}/status`
}

function keyOfCall(call: Omit<ProgramCall, 'key'>): string {
  const text = JSON.stringify(call, (_, value) =>
    value instanceof Uint8Array ? bytesToHex(sha256(value)) : value,
  )
  return bytesToHex(sha256(utf8ToBytes(text.toWellFormed())))
}
