import { addPart } from '@/lib/commands/parts'
import { setField } from '@/lib/commands/set-field'
import { PROMISE_FILE } from '@/lib/promise/files'
import { checkDnsLabel } from '@/lib/promise/names'
import type { Path } from '@/lib/promise/path'
import { isRecord } from '@/lib/promise/path'
import { show } from '@/lib/schema/misfit'
import {
  containerRule,
  descendingFault,
  type Fields,
  fault,
  items,
  text,
  there,
} from './pipeline-rule'
import { kratixVolumes } from './pipeline-volumes'
import type { Finding } from './rule'

/** What Kratix mounts into every container. */
const KRATIX_PATHS = ['/kratix/input', '/kratix/output', '/kratix/metadata']
const PROPAGATIONS = ['None', 'HostToContainer', 'Bidirectional']
const RECURSIVE = ['Disabled', 'IfPossible', 'Enabled']

/** kratix.md 32 and 33. */
export const containerMounts = containerRule('container-mounts', (container, report) => {
  const { fields, path, pipeline, action } = container
  const own = items(pipeline.volumes).flatMap(([, { name }]) => text(name) ?? [])
  const volumes = [...own, ...kratixVolumes(action)]
  const taken = new Set(KRATIX_PATHS)
  for (const [i, mount] of items(fields.volumeMounts)) {
    const at = [...path, 'volumeMounts', i]
    const name = text(mount.name)
    if (name === undefined) report(fault([...at, 'name'], 'A mount has no name of a volume.'))
    else if (!volumes.includes(name)) {
      const make = addPart([...path.slice(0, -2), 'volumes'], { name, emptyDir: {} })
      const suggestions = [
        ...own.map((one) => setField(PROMISE_FILE, [...at, 'name'], one, `Mount ${show(one)}`)),
        ...(checkDnsLabel(name) ? [] : [{ ...make, label: `Add an empty volume ${show(name)}` }]),
      ]
      const message = `Not found: ${show(name)} is no volume of the pipeline.`
      report(fault([...at, 'name'], message, { suggestions }))
    }
    const mountPath = text(mount.mountPath)
    if (mountPath === undefined) report(fault([...at, 'mountPath'], 'The mountPath is missing.'))
    else if (taken.has(mountPath)) {
      const whose = KRATIX_PATHS.includes(mountPath) ? ': Kratix mounts its own volume there' : ''
      const message = `The mountPath ${show(mountPath)} must be unique${whose}.`
      report(fault([...at, 'mountPath'], message))
    }
    if (mountPath !== undefined) taken.add(mountPath)
    subPaths(mount, at, report)
    modes(mount, at, isPrivileged(fields), report)
  }
})

type Report = (finding: Finding) => void

function subPaths(mount: Fields, at: Path, report: Report): void {
  for (const key of ['subPath', 'subPathExpr']) {
    const value = text(mount[key])
    const wrong = value === undefined ? undefined : descendingFault(value)
    if (wrong) report(fault([...at, key], `The ${key} ${show(value)} ${wrong}.`))
  }
  if (text(mount.subPath) === undefined || text(mount.subPathExpr) === undefined) return
  report(fault([...at, 'subPathExpr'], 'subPathExpr and subPath are mutually exclusive.'))
}

function modes(mount: Fields, at: Path, privileged: boolean, report: Report): void {
  const say = (key: string, message: string) => report(fault([...at, key], message))
  const { mountPropagation: propagation, recursiveReadOnly: recursive } = mount
  if (there(propagation) && !PROPAGATIONS.includes(String(propagation))) {
    say('mountPropagation', unsupported('mountPropagation', propagation, PROPAGATIONS))
  }
  if (propagation === 'Bidirectional' && !privileged) {
    say(
      'mountPropagation',
      'Bidirectional mount propagation is available only to privileged containers.',
    )
  }
  if (!there(recursive) || recursive === 'Disabled') return
  if (!RECURSIVE.includes(String(recursive))) {
    say('recursiveReadOnly', unsupported('recursiveReadOnly', recursive, RECURSIVE))
  } else if (mount.readOnly !== true) {
    say('recursiveReadOnly', 'recursiveReadOnly may only be specified when readOnly is true.')
  } else if (there(propagation) && propagation !== 'None') {
    say(
      'recursiveReadOnly',
      'recursiveReadOnly may only be specified when mountPropagation is None or not specified.',
    )
  }
}

function unsupported(key: string, value: unknown, choices: readonly string[]): string {
  const known = choices.map((one) => `"${one}"`).join(', ')
  return `Unsupported value ${show(value)} of ${key}: supported values are ${known}.`
}

function isPrivileged({ securityContext }: Fields): boolean {
  return isRecord(securityContext) && securityContext.privileged === true
}
