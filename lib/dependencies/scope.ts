export type Scope = 'cluster' | 'namespaced' | 'unknown'

/**
 * Kinds without a namespace, by API group: those built into Kubernetes 1.33, Kratix, and a few
 * that most operators bring along.
 */
const CLUSTER: Readonly<Record<string, readonly string[]>> = {
  '': ['ComponentStatus', 'Namespace', 'Node', 'PersistentVolume'],
  'admissionregistration.k8s.io': [
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'networking.k8s.io': ['IngressClass', 'IPAddress', 'ServiceCIDR'],
  'node.k8s.io': ['RuntimeClass'],
  policy: ['PodSecurityPolicy'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'resource.k8s.io': ['DeviceClass', 'ResourceSlice'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': [
    'CSIDriver',
    'CSINode',
    'StorageClass',
    'VolumeAttachment',
    'VolumeAttributesClass',
  ],
  'storagemigration.k8s.io': ['StorageVersionMigration'],
  'cert-manager.io': ['ClusterIssuer'],
  'platform.kratix.io': [
    'BucketStateStore',
    'Destination',
    'GitStateStore',
    'Promise',
    'PromiseRelease',
    'PromiseRevision',
  ],
}

/** Groups of which every other kind lives in a namespace. */
const BUILT_IN = new Set([
  ...Object.keys(CLUSTER).filter((group) => group === '' || group.endsWith('.k8s.io')),
  'apps',
  'autoscaling',
  'batch',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'extensions',
  'policy',
])

/** Whether objects of a kind live in a namespace. */
export function scopeOf(apiVersion: string, kind: string): Scope {
  if (apiVersion === '' || kind === '') return 'unknown'
  const slash = apiVersion.indexOf('/')
  const group = slash < 0 ? '' : apiVersion.slice(0, slash)
  const kinds = Object.hasOwn(CLUSTER, group) ? CLUSTER[group] : undefined
  if (kinds?.includes(kind)) return 'cluster'
  return BUILT_IN.has(group) ? 'namespaced' : 'unknown'
}
