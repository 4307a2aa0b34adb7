import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { tryPrintYaml } from '@/lib/build/print'
import type { StepFiles } from '@/lib/build/step-files'
import { FileContent, type Files } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { list, text } from '@/lib/promise/read-values'
import type { FileEntry, ProgramCall, ProgramLanguage } from '@/lib/sandbox/call'
import pythonLock from '@/lib/scaffolds/python/lock.json'
import lock from '@/lib/scaffolds/typescript/lock.json'
import type { Work } from './run-step'

export type CallOrReason =
  | { readonly ok: true; readonly call: ProgramCall }
  /** Why the program is not run here. */
  | { readonly ok: false; readonly reason: string }

/** The version that programs are generated with; the sandbox has the same (program-call.test.ts). */
export const OUR_YAML = lock.packages['node_modules/yaml'].version
/** The same for Python: what of the packages of a step is there in the page. */
export const OUR_PACKAGES: ReadonlyMap<string, string> = new Map(
  [...pinned(pythonLock.join('\n'))].filter(([name]) => ['kratix-sdk', 'pyyaml'].includes(name)),
)

const PROGRAMS: Readonly<Record<ProgramLanguage, { program: string; scripts: RegExp }>> = {
  typescript: {
    program: 'pipeline.ts',
    scripts: /^scripts\/.*(?<!\.d|\.test)\.([cm]?tsx?|[cm]?js|json)$/,
  },
  python: { program: 'pipeline.py', scripts: /^scripts\/(?!(.*\/)?test_[^/]*\.py$)/ },
}

/** The call that runs the program of a step, as its image would. */
export function programCall(
  work: Work,
  folder: string,
  made: StepFiles,
  language: ProgramLanguage,
): CallOrReason {
  const not = (reason: string): CallOrReason => ({ ok: false, reason })
  const files = filesOf(work.files, folder, made)
  const generated = made.files.find(({ path }) => path === 'Dockerfile')?.text
  if (!generated || files.get('Dockerfile')?.text !== generated) {
    return not('Its Dockerfile is not the generated one, so its program is not run here.')
  }
  const { program, scripts: ofProgram } = PROGRAMS[language]
  if (files.get(`scripts/${program}`)?.text == null) {
    return not(`It has no scripts/${program} that could be run.`)
  }
  const scripts: (readonly [string, string])[] = []
  const resources: FileEntry[] = []
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (path.startsWith('resources/'))
      resources.push(entry(path.slice('resources/'.length), content))
    else if (ofProgram.test(path)) {
      if (content.text === null) return not(`${path} is no text, so its program is not run here.`)
      scripts.push([path.slice('scripts/'.length), content.text])
    }
  }
  const sources = list(valueAt(work.container, ['envFrom']))
  if (sources.length > 0) {
    return not('Its variables come from the cluster (envFrom), so it is not run here.')
  }
  const other = language === 'python' ? otherPackage(files) : otherYaml(files)
  if (other !== undefined) return not(`${other}: its program is not run here.`)
  const input = tryPrintYaml(work.object)
  if (input === undefined) return not('Its input cannot be written as YAML.')
  const { container, output, metadata } = work
  const environment = [...work.environment, ...ownVariables(container)]
  const call = {
    ...{ step: work.step.key, language, program },
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

/** Says which `yaml` the step asks for, where it is not ours. */
function otherYaml(files: ReadonlyMap<string, FileContent>): string | undefined {
  let asked: unknown
  try {
    const manifest = files.get('scripts/package.json')?.text ?? ''
    asked = valueAt(JSON.parse(manifest), ['dependencies', 'yaml'])
  } catch {
    asked = 'of a package.json that cannot be read'
  }
  if (asked === undefined || asked === OUR_YAML) return undefined
  return `It needs yaml ${String(asked)}, and here is ${OUR_YAML}`
}

/** Says which of our packages the step asks for in another version. */
function otherPackage(files: ReadonlyMap<string, FileContent>): string | undefined {
  const asked = pinned(files.get('scripts/requirements.txt')?.text ?? '')
  for (const [name, ours] of OUR_PACKAGES) {
    const version = asked.get(name)
    if (version === ours) continue
    return `It needs ${name} ${version ?? 'of no exact version'}, and here is ${ours}`
  }
  return undefined
}

/** Names and versions of a requirements.txt that is locked. */
function pinned(requirements: string): ReadonlyMap<string, string> {
  const lines = requirements.matchAll(/^([A-Za-z0-9._-]+)==([^\s;\\]+)/gm)
  return new Map(
    [...lines].map(([, name = '', version = '']) => [
      name.toLowerCase().replace(/[-_.]+/g, '-'),
      version,
    ]),
  )
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
