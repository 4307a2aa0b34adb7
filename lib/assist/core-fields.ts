import type { StructNotes } from './fields'

const POD_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.podIP',
]

/** What Kubernetes' own sentences do not say: the values that a field takes, and what must be there. */
export const CORE: Readonly<Record<string, StructNotes>> = {
  EnvVar: {
    name: { about: 'The name of the variable.', required: true },
    value: 'Its text. $(OTHER) is replaced by a variable that stands before it.',
    valueFrom: 'Where its text comes from instead.',
  },
  EnvVarSource: {
    secretKeyRef: 'A key of a Secret in the namespace of the pipeline.',
    configMapKeyRef: 'A key of a ConfigMap in the namespace of the pipeline.',
    fieldRef: 'A field of the Pod, such as its name.',
    resourceFieldRef: 'A limit or request of the container, such as limits.memory.',
  },
  EnvFromSource: {
    secretRef: 'Every key of a Secret becomes a variable.',
    configMapRef: 'Every key of a ConfigMap becomes a variable.',
    prefix: 'A text before the name of each variable.',
  },
  VolumeMount: {
    name: { about: 'The volume of the pipeline that is mounted.', required: true },
    mountPath: { about: 'Where it appears in the container.', required: true },
    readOnly: 'The container may only read it.',
    subPath: 'Only this path of the volume, not its root.',
    subPathExpr: 'As subPath, with variables: $(NAME).',
    mountPropagation: {
      about: 'Whether mounts made later, on the node or in the container, reach the other.',
      values: ['None', 'HostToContainer', 'Bidirectional'],
      closed: true,
    },
    recursiveReadOnly: {
      about: 'Whether what is mounted below is read-only, too.',
      values: ['Disabled', 'IfPossible', 'Enabled'],
      closed: true,
    },
  },
  Volume: {
    name: { about: 'By which a container mounts it.', required: true },
    emptyDir: 'An empty folder that goes with the Pod.',
    configMap: 'The keys of a ConfigMap as files.',
    secret: 'The keys of a Secret as files.',
    persistentVolumeClaim: 'A claim in the same namespace, which outlasts the Pod.',
    projected: 'Several Secrets, ConfigMaps and tokens in one folder.',
    downwardAPI: 'Fields of the Pod as files.',
    csi: 'A volume of a CSI driver, such as that of a secret store.',
    ephemeral: 'A claim that is made for the Pod and goes with it.',
    image: 'The files of an image.',
    nfs: 'A folder of an NFS server.',
    hostPath: 'A file or folder of the node: rarely allowed.',
  },
  ConfigMapVolumeSource: {
    name: { about: 'The name of the config map.', required: true },
    items: 'Only these keys, each under a path of its own.',
    optional: 'The Pod starts without it, too.',
    defaultMode: 'Mode of the files, e.g. 292 for 0444.',
  },
  SecretVolumeSource: {
    secretName: { about: 'The name of the secret.', required: true },
    items: 'Only these keys, each under a path of its own.',
    optional: 'The Pod starts without it, too.',
    defaultMode: 'Mode of the files, e.g. 256 for 0400.',
  },
  KeyToPath: {
    key: { about: 'The key.', required: true },
    path: { about: 'The file that it becomes, relative to the volume.', required: true },
    mode: 'Mode of the file, e.g. 256 for 0400.',
  },
  PersistentVolumeClaimVolumeSource: {
    claimName: { about: 'The name of the claim.', required: true },
    readOnly: 'The Pod may only read it.',
  },
  NFSVolumeSource: {
    server: { about: 'Host name or address of the server.', required: true },
    path: { about: 'The folder that it exports.', required: true },
  },
  CSIVolumeSource: { driver: { about: 'The name of the CSI driver.', required: true } },
  EmptyDirVolumeSource: {
    medium: { about: 'Memory: not on the disk of the node.', values: ['Memory'] },
    sizeLimit: 'The most that it may hold.',
  },
  HostPathVolumeSource: {
    path: { about: 'The path on the node.', required: true },
    type: {
      about: 'What must be there, or is made.',
      values: [
        'DirectoryOrCreate',
        'Directory',
        'FileOrCreate',
        'File',
        'Socket',
        'CharDevice',
        'BlockDevice',
      ],
      closed: true,
    },
  },
  LocalObjectReference: { name: { about: 'The name of the Secret.', required: true } },
  Toleration: {
    key: 'The taint. Without one, and with Exists: every taint.',
    operator: {
      about: 'Equal: the value must match; Exists: any value does.',
      values: ['Equal', 'Exists'],
      closed: true,
    },
    value: 'The value of the taint.',
    effect: {
      about: 'The effect that is tolerated; absent: each.',
      values: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'],
      closed: true,
    },
    tolerationSeconds: 'How long, with NoExecute; absent: for ever.',
  },
  ResourceRequirements: {
    requests: {
      about: 'What the node must have free for it.',
      values: ['cpu', 'memory', 'ephemeral-storage'],
    },
    limits: {
      about: 'The most that it gets.',
      values: ['cpu', 'memory', 'ephemeral-storage'],
    },
  },
  SeccompProfile: {
    type: {
      about: '',
      values: ['RuntimeDefault', 'Localhost', 'Unconfined'],
      closed: true,
      required: true,
    },
  },
  AppArmorProfile: {
    type: {
      about: '',
      values: ['RuntimeDefault', 'Localhost', 'Unconfined'],
      closed: true,
      required: true,
    },
  },
  SecurityContext: {
    runAsNonRoot: 'The container does not start as root.',
    runAsUser: 'The number of the user that the process runs as.',
    runAsGroup: 'The number of its group.',
    readOnlyRootFilesystem: 'Only volumes can be written to.',
    allowPrivilegeEscalation: 'Whether the process may gain more rights than it started with.',
    capabilities: 'Rights of the kernel that are added or dropped.',
    seccompProfile: 'Which system calls it may make.',
    privileged: 'As root on the node: almost never needed.',
    appArmorProfile: 'Its AppArmor profile.',
    procMount: {
      about: 'How /proc is mounted.',
      values: ['Default', 'Unmasked'],
      closed: true,
    },
  },
  Capabilities: {
    add: { about: '', values: ['NET_BIND_SERVICE', 'CHOWN', 'SETGID', 'SETUID'] },
    drop: { about: '', values: ['ALL'] },
  },
  ObjectFieldSelector: { fieldPath: { about: '', values: POD_FIELDS, required: true } },
  ResourceFieldSelector: {
    resource: {
      about: '',
      values: ['limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'],
      required: true,
    },
  },
  ConfigMapKeySelector: {
    name: { about: 'The name of the config map.', required: true },
    key: { about: '', required: true },
    optional: 'The container starts without it, too.',
  },
  SecretKeySelector: {
    name: { about: 'The name of the secret.', required: true },
    key: { about: '', required: true },
    optional: 'The container starts without it, too.',
  },
  ConfigMapEnvSource: { name: { about: 'The name of the config map.', required: true } },
  SecretEnvSource: { name: { about: 'The name of the secret.', required: true } },
  ConfigMapProjection: { name: 'The name of the config map.' },
  SecretProjection: { name: 'The name of the secret.' },
  ImageVolumeSource: {
    pullPolicy: { about: '', values: ['Always', 'IfNotPresent', 'Never'], closed: true },
  },
  PersistentVolumeClaimSpec: {
    dataSource: 'A volume snapshot or another claim that the volume begins as a copy of.',
    accessModes: {
      about: '',
      values: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'],
      closed: true,
    },
    volumeMode: { about: '', values: ['Filesystem', 'Block'], closed: true },
  },
  LabelSelectorRequirement: {
    operator: {
      about: '',
      values: ['In', 'NotIn', 'Exists', 'DoesNotExist'],
      closed: true,
      required: true,
    },
  },
  ObjectMeta: {
    name: { about: 'The name of the object.', required: true },
    namespace: 'The namespace that the object lives in.',
    labels: 'Keys and texts that select and group objects.',
    annotations: 'Keys and texts that nothing selects by.',
    ...Object.fromEntries(
      [
        'creationTimestamp',
        'deletionGracePeriodSeconds',
        'deletionTimestamp',
        'generation',
        'managedFields',
        'resourceVersion',
        'selfLink',
        'uid',
      ].map((key) => [key, { about: '', hidden: true }]),
    ),
  },
}
