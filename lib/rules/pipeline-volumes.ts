import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkDnsLabel } from '@/lib/promise/names'
import type { Path } from '@/lib/promise/path'
import { isRecord } from '@/lib/promise/path'
import type { WorkflowAction } from '@/lib/promise/workflows'
import { isNumber, show } from '@/lib/schema/misfit'
import { type Fields, fault, items, pipelineRule, text, there } from './pipeline-rule'
import type { Finding } from './rule'
import { keyToPath, modeFault } from './volume-files'
import { projectedFaults } from './volume-projections'

/** The volumes that Kratix gives the Job of a pipeline. */
export function kratixVolumes(action: WorkflowAction): readonly string[] {
  const shared = ['shared-input', 'shared-output', 'shared-metadata']
  return action === 'configure' ? ['promise-scheduling', ...shared] : shared
}

type Report = (finding: Finding) => void

/** kratix.md 34: names of their own, and one source each. */
export const pipelineVolumes = pipelineRule('pipeline-volumes', (pipeline, report) => {
  const reserved = kratixVolumes(pipeline.action)
  const seen = new Set(reserved)
  for (const [i, volume] of items(pipeline.fields.volumes)) {
    const at = [...pipeline.path, 'volumes', i]
    const name = text(volume.name) ?? ''
    const wrong = checkDnsLabel(name, 'The name of a volume')
    if (wrong) report(fault([...at, 'name'], wrong))
    else if (seen.has(name)) {
      const whose = reserved.includes(name) ? 'is one of Kratix' : 'is there twice'
      report(fault([...at, 'name'], `The name of the volume ${show(name)} ${whose}.`))
    }
    seen.add(name)
    const sources = Object.keys(volume).filter((key) => key !== 'name' && there(volume[key]))
    if (sources.length === 0) {
      const message = `The volume ${show(name)} has no type, so it is an empty one (emptyDir).`
      const say = setField(PROMISE_FILE, [...at, 'emptyDir'], {}, 'Say emptyDir')
      report({ severity: 'warning', at, message, suggestions: [say] })
    }
    for (const key of sources.slice(1)) {
      report(
        fault([...at, key], `The volume ${show(name)} may not specify more than 1 volume type.`, {
          suggestions: sources.map((one) =>
            setField(PROMISE_FILE, [...at, one], undefined, `Remove ${one}`),
          ),
        }),
      )
    }
    for (const key of sources) {
      const source = volume[key]
      if (isRecord(source)) sourceFaults(key, source, [...at, key], report)
    }
  }
})

/** What each source must say; the API server looks no further at the most of it. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  configMap: ['name'],
  secret: ['secretName'],
  persistentVolumeClaim: ['claimName'],
  hostPath: ['path'],
  nfs: ['server', 'path'],
}

const HOST_PATHS = [
  'DirectoryOrCreate',
  'Directory',
  'FileOrCreate',
  'File',
  'Socket',
  'CharDevice',
  'BlockDevice',
]

function sourceFaults(kind: string, source: Fields, at: Path, report: Report): void {
  const say = (key: string, message: string) => report(fault([...at, key], message))
  for (const key of REQUIRED[kind] ?? []) {
    if (text(source[key]) === undefined) say(key, `A ${kind} volume needs its ${key}.`)
  }
  if (kind === 'configMap' || kind === 'secret') {
    modeFault(source.defaultMode, [...at, 'defaultMode'], report)
    for (const [i, item] of items(source.items)) keyToPath(item, [...at, 'items', i], report)
  }
  const path = text(source.path)
  if (kind === 'hostPath' && path?.split('/').includes('..')) {
    say('path', `The path ${show(path)} must not contain "..".`)
  }
  if (kind === 'hostPath' && there(source.type) && source.type !== '') {
    if (!HOST_PATHS.includes(String(source.type))) {
      say(
        'type',
        `Unsupported value ${show(source.type)} of type: supported values are ${HOST_PATHS.map(show).join(', ')}.`,
      )
    }
  }
  if (kind === 'nfs' && path !== undefined && !path.startsWith('/')) {
    say('path', `The path ${show(path)} must be an absolute path.`)
  }
  if (kind === 'emptyDir' && isNegative(source.sizeLimit)) {
    say('sizeLimit', `The sizeLimit ${show(source.sizeLimit)} must not be negative.`)
  }
  if (kind === 'projected') projectedFaults(source, at, report)
}

function isNegative(value: unknown): boolean {
  if (isNumber(value)) return value < 0
  return typeof value === 'string' && /^-.*[1-9]/.test(value)
}
