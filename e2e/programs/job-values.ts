import type { Path } from '@/lib/promise/path'

const PIPELINE: Path = ['spec', 'workflows', 'resource', 'configure', 0]
const SPEC: Path = [...PIPELINE, 'spec']
const CONTAINER: Path = [...SPEC, 'containers', 0]

const REFERENCES: readonly unknown[] = [
  {},
  { name: 'c' },
  { name: 'c', key: 'k' },
  { name: 'C', key: 'k' },
  { name: 'c', key: 'a b' },
  { name: 'c', key: '..x' },
  { name: 'c', key: '.' },
  { name: 'c-', key: 'k' },
  { name: '', key: 'k' },
  null,
]
const FIELD_PATHS = [
  'metadata.name',
  'metadata.labels',
  "metadata.labels['a']",
  "metadata.labels['a b']",
  "metadata.annotations['A/b']",
  'spec.nodeName',
  'spec.host',
  'status.phase',
  'status.podIP',
  'nope',
  '',
]
const RESOURCES = ['limits.cpu', 'requests.memory', 'limits.hugepages-2Mi', 'cpu', '']
const FILE_PATHS = ['p', '', '/p', 'a/../b', '..p', '../p', '..', 'a/..b']
const MODES = [0, 420, 511, 512, -1, null]
const QUANTITIES = ['100m', 1, '1Gi', '0', '-1', -1, '1.5', '0.1n', '1e3', '2E', null, '+1', '.5']
const NAMES = ['config', 'a', 'A', '', 'shared-input', 'promise-scheduling', 'x'.repeat(64), 'a.b']

const key = (name: string, value: unknown) => ({ [name]: value })
const variable = (source: unknown) => [{ name: 'V', valueFrom: source }]
const volume = (source: object) => [{ name: 'config', ...source }]

/** Places of a pipeline of which the API server says something, and what may be put there. */
export const JOB_PLACES: readonly (readonly [Path, readonly unknown[]])[] = [
  [
    [...CONTAINER, 'imagePullPolicy'],
    ['Always', 'always', 'Never', 'IfNotPresent', '', 'Sometimes', null],
  ],
  [
    [...CONTAINER, 'env', 0, 'name'],
    ['A', '', 'a b', 'a=b', '1', 'é', 'a\tb', '..', undefined, 'A-B.C'],
  ],
  [
    [...CONTAINER, 'env'],
    [
      ...REFERENCES.flatMap((ref) =>
        ['configMapKeyRef', 'secretKeyRef'].map((one) => key(one, ref)),
      ),
      ...FIELD_PATHS.map((fieldPath) => ({ fieldRef: { fieldPath } })),
      { fieldRef: { fieldPath: 'metadata.name', apiVersion: 'v2' } },
      { fieldRef: { fieldPath: 'metadata.name', apiVersion: 'v1' } },
      ...RESOURCES.map((resource) => ({ resourceFieldRef: { resource } })),
      ...['1', '1m', '1Ki', '3', 0].map((divisor) => ({
        resourceFieldRef: { resource: 'limits.cpu', divisor },
      })),
      { fileKeyRef: { volumeName: 'config', path: 'p', key: 'K' } },
      { fileKeyRef: {} },
      {},
      null,
      { configMapKeyRef: { name: 'c', key: 'k' }, secretKeyRef: { name: 'c', key: 'k' } },
    ].map(variable),
  ],
  [
    [...CONTAINER, 'env', 1, 'value'],
    ['', 'x', null],
  ],
  [
    [...CONTAINER, 'envFrom'],
    [
      [{}],
      [{ prefix: 'a=b', configMapRef: { name: 'c' } }],
      [{ prefix: '', secretRef: { name: 'c-' } }],
      [{ configMapRef: { name: 'c' }, secretRef: { name: 'c' } }],
      [{ configMapRef: {} }],
      [{ secretRef: { name: 'C' } }],
      [{ secretRef: { name: '-' } }],
      [{ secretRef: null }],
      [],
    ],
  ],
  [
    [...CONTAINER, 'volumeMounts', 0, 'name'],
    [...NAMES, 'scratch', undefined],
  ],
  [
    [...CONTAINER, 'volumeMounts', 0, 'mountPath'],
    ['/x', 'x', '', '/kratix/input', '/kratix/metadata', '/kratix', '/a:b', undefined],
  ],
  [
    [...CONTAINER, 'volumeMounts', 1],
    [
      { name: 'scratch', mountPath: '/config' },
      { name: 'scratch', mountPath: '/config/' },
      { name: 'scratch', mountPath: '/s', subPath: 'a' },
      { name: 'scratch', mountPath: '/s', subPath: '/a' },
      { name: 'scratch', mountPath: '/s', subPath: 'a/../b' },
      { name: 'scratch', mountPath: '/s', subPathExpr: '../b' },
      { name: 'scratch', mountPath: '/s', subPath: 'a', subPathExpr: 'b' },
      { name: 'shared-output', mountPath: '/s' },
      { name: 'promise-scheduling', mountPath: '/s' },
    ],
  ],
  [
    [...CONTAINER, 'volumeMounts', 0, 'mountPropagation'],
    ['None', 'HostToContainer', 'Bidirectional', 'none', '', null],
  ],
  [
    [...CONTAINER, 'volumeMounts', 0, 'recursiveReadOnly'],
    ['Disabled', 'IfPossible', 'Enabled', 'x', '', null],
  ],
  [
    [...CONTAINER, 'volumeMounts', 0, 'readOnly'],
    [true, false, null],
  ],
  ...['limits', 'requests'].flatMap((side) =>
    [
      'cpu',
      'memory',
      'ephemeral-storage',
      'gpu',
      'a.b/gpu',
      'hugepages-2Mi',
      'requests.a.b/gpu',
      'kubernetes.io/x',
      'x y',
    ].map((name): readonly [Path, readonly unknown[]] => [
      [...CONTAINER, 'resources', side, name],
      QUANTITIES,
    ]),
  ),
  [
    [...CONTAINER, 'resources'],
    [
      {},
      { claims: [{ name: 'x' }] },
      { requests: { 'a.b/gpu': 1 }, limits: { 'a.b/gpu': 1 } },
      { requests: { 'a.b/gpu': 1 }, limits: { 'a.b/gpu': 2 } },
      { requests: { 'a.b/gpu': 1 } },
      { limits: { 'hugepages-2Mi': '2Mi' } },
      { limits: { 'hugepages-2Mi': '3', cpu: 1 } },
      { requests: { cpu: '1001m' }, limits: { cpu: 1 } },
      { requests: { cpu: '1000m' }, limits: { cpu: 1 } },
      { requests: null, limits: { cpu: null } },
    ],
  ],
  [
    [...CONTAINER, 'securityContext'],
    [
      { runAsUser: -1 },
      { runAsUser: 2147483648 },
      { runAsUser: 2147483647 },
      { runAsGroup: -1 },
      { procMount: 'Default' },
      { procMount: 'Unmasked' },
      { procMount: 'x' },
      { procMount: '' },
      { privileged: true },
      { privileged: true, allowPrivilegeEscalation: false },
      { allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } },
      { allowPrivilegeEscalation: false, capabilities: { add: ['SYS_ADMIN'] } },
      { windowsOptions: { runAsUserName: '' } },
      { windowsOptions: {} },
      ...['seccompProfile', 'appArmorProfile'].flatMap((name) =>
        [
          {},
          { type: 'Localhost' },
          { type: 'Localhost', localhostProfile: 'a' },
          { type: 'Localhost', localhostProfile: '/a' },
          { type: 'Localhost', localhostProfile: ' a' },
          { type: 'Localhost', localhostProfile: '' },
          { type: 'RuntimeDefault' },
          { type: 'RuntimeDefault', localhostProfile: 'a' },
          { type: 'Unconfined' },
          { type: 'x' },
          { type: 'x', localhostProfile: 'a' },
        ].map((profile) => key(name, profile)),
      ),
    ],
  ],
  [
    [...SPEC, 'volumes', 0, 'name'],
    [...NAMES, 'scratch', 'shared-output', undefined],
  ],
  [
    [...SPEC, 'volumes'],
    [
      {},
      { configMap: {} },
      { configMap: null },
      { configMap: { name: 'c' }, emptyDir: {} },
      { emptyDir: {} },
      ...['-1', '0', '1Gi', '-0', -1].map((sizeLimit) => ({ emptyDir: { sizeLimit } })),
      { emptyDir: { medium: 'Memory' } },
      { emptyDir: { medium: 'x' } },
      { secret: {} },
      { secret: { secretName: 's' } },
      { secret: { secretName: 's', defaultMode: 512 } },
      { hostPath: {} },
      { hostPath: { path: '/a' } },
      { hostPath: { path: 'a/../b' } },
      { hostPath: { path: '/a', type: 'x' } },
      { hostPath: { path: '/a', type: '' } },
      { hostPath: { path: '/a', type: 'File' } },
      { nfs: { server: 's', path: '/p' } },
      { nfs: { server: 's', path: 'p' } },
      { nfs: {} },
      { persistentVolumeClaim: {} },
      { persistentVolumeClaim: { claimName: 'c' } },
      { image: { reference: 'x' } },
      { csi: { driver: 'd.x' } },
      { ephemeral: {} },
      { gitRepo: { repository: 'r' } },
      { projected: { sources: [] } },
      { projected: {} },
      { projected: { defaultMode: -1, sources: [] } },
      { downwardAPI: { items: [{ path: 'p', fieldRef: { fieldPath: 'metadata.name' } }] } },
      ...MODES.map((mode) => ({
        configMap: { name: 'c', items: [{ key: 'k', path: 'p', mode }] },
      })),
      ...FILE_PATHS.map((path) => ({ configMap: { name: 'c', items: [{ key: 'k', path }] } })),
      ...FILE_PATHS.map((path) => ({ secret: { secretName: 'c', items: [{ path }] } })),
      ...[
        [{}],
        [{ secret: { name: 's' }, configMap: { name: 'c' } }],
        [{ secret: {} }],
        [
          { secret: { name: 's', items: [{ key: 'k', path: 'p' }] } },
          { configMap: { name: 'c', items: [{ key: 'k', path: 'p' }] } },
        ],
        ...FILE_PATHS.map((path) => [
          { downwardAPI: { items: [{ path, fieldRef: { fieldPath: 'metadata.labels' } }] } },
        ]),
        ...FIELD_PATHS.map((fieldPath) => [
          { downwardAPI: { items: [{ path: 'p', fieldRef: { fieldPath } }] } },
        ]),
        ...RESOURCES.map((resource) => [
          {
            downwardAPI: {
              items: [{ path: 'p', resourceFieldRef: { resource, containerName: 'c' } }],
            },
          },
        ]),
        [{ downwardAPI: { items: [{ path: 'p', resourceFieldRef: { resource: 'limits.cpu' } }] } }],
        [{ downwardAPI: { items: [{ path: 'p' }] } }],
        [
          {
            downwardAPI: {
              items: [
                {
                  path: 'p',
                  fieldRef: { fieldPath: 'metadata.uid' },
                  resourceFieldRef: { resource: 'limits.cpu', containerName: 'c' },
                },
              ],
            },
          },
        ],
        [{ serviceAccountToken: { path: 'p' } }],
        [{ serviceAccountToken: { path: '../p' } }],
        [{ serviceAccountToken: { path: 'p', expirationSeconds: 599 } }],
        [{ serviceAccountToken: { path: 'p', expirationSeconds: 600 } }],
        [{ serviceAccountToken: { expirationSeconds: 600 } }],
        [{ clusterTrustBundle: { path: 'p' } }],
        [{ podCertificate: { keyType: 'x' } }],
      ].map((sources) => ({ projected: { sources } })),
    ].map(volume),
  ],
  [
    [...SPEC, 'restartPolicy'],
    ['OnFailure', 'Never', 'Always', 'never', '', 5, null],
  ],
  [
    [...SPEC, 'jobOptions', 'backoffLimit'],
    [0, -1, 7, null, 1.5],
  ],
  [
    [...SPEC, 'nodeSelector'],
    [{ 'a b': 'x' }, { a: 'x y' }, { 'a/b': '' }, {}, { a: null }, null],
  ],
  [
    [...SPEC, 'tolerations'],
    [
      {},
      { operator: 'Exists' },
      { operator: 'exists', key: 'k' },
      { operator: 'Exists', value: 'v', key: 'k' },
      { operator: 'Equal' },
      { key: 'k', value: 'a b' },
      { key: 'k', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 },
      { key: 'k', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 5 },
      { key: 'k', operator: 'Exists', tolerationSeconds: null },
      { key: 'k', effect: 'noexecute' },
      { key: 'k', effect: '' },
      { key: 'a b' },
      { key: 'k', operator: 'Gt', value: '5' },
      { key: 'k', operator: 'x', value: 'a b' },
    ].map((one) => [one]),
  ],
  [
    [...SPEC, 'imagePullSecrets'],
    [[{}], [{ name: '' }], [{ name: 'A B' }], [null]],
  ],
  [
    [...SPEC, 'rbac'],
    [
      {},
      { serviceAccount: 'A b' },
      { serviceAccount: '' },
      { serviceAccount: 'a.b' },
      { permissions: [{}] },
      { permissions: [{ verbs: ['get'] }] },
    ],
  ],
  [
    [...PIPELINE, 'metadata', 'annotations'],
    [
      { 'a b': 'x' },
      { 'A/b': 'x' },
      { a: 'x'.repeat(300_000) },
      { 'kubernetes.io/config.mirror': 'x' },
      { 'container.apparmor.security.beta.kubernetes.io/render': 'x' },
      null,
    ],
  ],
  [
    [...PIPELINE, 'metadata', 'labels'],
    [
      { 'job-name': 'x' },
      { 'controller-uid': 'x' },
      { 'batch.kubernetes.io/job-name': 'x' },
      { 'batch.kubernetes.io/controller-uid': 'x' },
    ],
  ],
  [
    CONTAINER,
    [
      { name: 'work-writer', image: 'a' },
      { name: 'status-writer', image: 'a' },
      { name: 'reader', image: 'a' },
      { name: 'render' },
      { name: 'render', image: '' },
      { name: 'render', image: ' ' },
      { name: 'A', image: 'a' },
      { image: 'a' },
    ],
  ],
  [
    ['spec', 'workflows', 'resource', 'delete', 0, 'spec', 'containers', 0],
    [
      { name: 'work-writer', image: 'a' },
      { name: 'status-writer', image: 'a' },
      { name: 'x', image: 'a', volumeMounts: [{ name: 'promise-scheduling', mountPath: '/s' }] },
    ],
  ],
]
