import type { Way } from '@/lib/commands/parts'
import { freeLabel } from '@/lib/promise/dns-label'
import { isRecord } from '@/lib/promise/path'

/** What the forms say and do of a field beyond its type: `Struct.field`. */
export interface FieldExtra {
  /** What a new one says; without it nothing is written until something is typed. */
  readonly start?: unknown
  /** What holds while it is not set. */
  readonly absent?: string
  /** Values that are often meant as a whole. */
  readonly presets?: readonly { readonly label: string; readonly value: unknown }[]
}

/** What Kratix gives a container that says nothing of its own (kratix.md 3.3). */
const DEFAULT_RESOURCES = {
  requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '128Mi' },
  limits: { cpu: '200m', memory: '256Mi', 'ephemeral-storage': '256Mi' },
}

/** What Kratix's own containers run with (kratix.md 3.8). */
const KRATIX_SECURITY = {
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  privileged: false,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
}

const EXTRAS: Readonly<Record<string, FieldExtra>> = {
  'Container.command': { start: [''] },
  'Container.args': { start: [''] },
  'Container.resources': {
    start: DEFAULT_RESOURCES,
    absent:
      'are not set: Kratix asks for cpu 100m, memory 128Mi and ephemeral-storage 128Mi, and limits them to 200m, 256Mi and 256Mi, unless the platform says otherwise. Setting one replaces them all.',
    presets: [{ label: 'Kratix’s defaults', value: DEFAULT_RESOURCES }],
  },
  'Container.securityContext': {
    presets: [{ label: 'As Kratix’s own containers', value: KRATIX_SECURITY }],
  },
  'Container.imagePullPolicy': { absent: 'the platform’s; else Always for :latest or no tag' },
  'PipelineSpec.restartPolicy': { absent: 'OnFailure' },
  'JobOptions.backoffLimit': { absent: 'the platform’s, else 6' },
  'RBAC.serviceAccount': { absent: 'one that Kratix makes for the pipeline' },
  'Permission.resourceNamespace': { absent: 'the namespace of the pipeline' },
  'SecurityContext.seccompProfile': { start: { type: 'RuntimeDefault' } },
  'SecurityContext.appArmorProfile': { start: { type: 'RuntimeDefault' } },
}

export function extraOf(struct: string, field: string): FieldExtra {
  return EXTRAS[`${struct}.${field}`] ?? {}
}

/** A way of {@link WAYS} with the word that it is chosen by. */
export interface NamedWay extends Pick<Way, 'at' | 'start'> {
  readonly label: string
}

const named = { name: '' }
const keyed = { name: '', key: '' }

/** Structs that say one of several things; the word is what the user chooses. */
export const WAYS: Readonly<
  Record<string, { readonly label: string; readonly ways: readonly NamedWay[] }>
> = {
  EnvVar: {
    label: 'from',
    ways: [
      { label: 'a value', at: ['value'], start: '' },
      { label: 'a Secret', at: ['valueFrom', 'secretKeyRef'], start: keyed },
      { label: 'a ConfigMap', at: ['valueFrom', 'configMapKeyRef'], start: keyed },
      {
        label: 'a field of the Pod',
        at: ['valueFrom', 'fieldRef'],
        start: { fieldPath: 'metadata.name' },
      },
      {
        label: 'a resource',
        at: ['valueFrom', 'resourceFieldRef'],
        start: { resource: 'limits.memory' },
      },
      {
        label: 'a file',
        at: ['valueFrom', 'fileKeyRef'],
        start: { volumeName: '', path: '', key: '' },
      },
    ],
  },
  EnvFromSource: {
    label: 'all keys of',
    ways: [
      { label: 'a Secret', at: ['secretRef'], start: named },
      { label: 'a ConfigMap', at: ['configMapRef'], start: named },
    ],
  },
  Volume: {
    label: 'holds',
    ways: [
      { label: 'an empty folder', at: ['emptyDir'], start: {} },
      { label: 'a ConfigMap', at: ['configMap'], start: named },
      { label: 'a Secret', at: ['secret'], start: { secretName: '' } },
      { label: 'a claim', at: ['persistentVolumeClaim'], start: { claimName: '' } },
      {
        label: 'several sources',
        at: ['projected'],
        start: { sources: [{ secret: named }] },
      },
      {
        label: 'fields of the Pod',
        at: ['downwardAPI'],
        start: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] },
      },
      { label: 'a CSI driver', at: ['csi'], start: { driver: '' } },
      {
        label: 'a claim of its own',
        at: ['ephemeral'],
        start: {
          volumeClaimTemplate: {
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: '1Gi' } },
            },
          },
        },
      },
      { label: 'an image', at: ['image'], start: { reference: '' } },
      { label: 'an NFS folder', at: ['nfs'], start: { server: '', path: '/' } },
      { label: 'a path of the node', at: ['hostPath'], start: { path: '/' } },
    ],
  },
  VolumeProjection: {
    label: 'from',
    ways: [
      { label: 'a Secret', at: ['secret'], start: named },
      { label: 'a ConfigMap', at: ['configMap'], start: named },
      { label: 'a token', at: ['serviceAccountToken'], start: { path: 'token' } },
      {
        label: 'fields of the Pod',
        at: ['downwardAPI'],
        start: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] },
      },
    ],
  },
}

/** What one more item of a list says. @param there the items that the list has */
export function itemStart(
  type: string,
  there: readonly unknown[],
  hints: readonly string[] = [],
): unknown {
  const taken = (name: string): boolean =>
    there.some((item) => isRecord(item) && item.name === name)
  switch (type) {
    case 'EnvVar': {
      let name = 'VARIABLE'
      for (let n = 2; taken(name); n++) name = `VARIABLE_${n}`
      return { name, value: '' }
    }
    case 'EnvFromSource':
      return { secretRef: named }
    case 'Volume':
      return { name: freeLabel('data', taken), emptyDir: {} }
    case 'VolumeMount': {
      const name = hints.find((one) => !taken(one)) ?? hints[0] ?? ''
      return { name, mountPath: `/${name || 'data'}` }
    }
    case 'Toleration':
      return { operator: 'Exists', effect: 'NoSchedule' }
    case 'Permission':
      return { apiGroups: [], resources: [], verbs: ['get'] }
    case 'VolumeProjection':
      return { secret: named }
    case 'KeyToPath':
      return { key: '', path: '' }
    case 'LocalObjectReference':
    case 'ResourceClaim':
    case 'RequiredPromise':
      return named
    case 'DownwardAPIVolumeFile':
      return { path: '', fieldRef: { fieldPath: 'metadata.name' } }
    default:
      return type === 'string' ? '' : {}
  }
}

/** Items that are often meant as a whole, each with what it is for. */
export interface ItemTemplate {
  readonly label: string
  readonly about: string
  readonly value: unknown
}

const TEMPLATES: Readonly<Record<string, readonly ItemTemplate[]>> = {
  Permission: [
    {
      label: 'Read a Secret',
      about: 'get on Secrets of the names that you give, and no others',
      value: { apiGroups: [''], resources: ['secrets'], resourceNames: [''], verbs: ['get'] },
    },
    {
      label: 'Read a ConfigMap',
      about: 'get on ConfigMaps of the names that you give, and no others',
      value: { apiGroups: [''], resources: ['configmaps'], resourceNames: [''], verbs: ['get'] },
    },
    {
      label: 'Wait for components',
      about: 'get and list on the kinds of a compound Promise, to see whether they are ready',
      value: { apiGroups: [], resources: [], verbs: ['get', 'list'] },
    },
  ],
}

export function itemTemplates(type: string): readonly ItemTemplate[] {
  return TEMPLATES[type] ?? []
}
