import { IMAGES } from '../pins'

/** What scripts and workflow use besides the images of the steps. Exact versions, but for actions. */
export const PINS = {
  /** Compares YAML files by value. */
  yqImage: IMAGES.yq,
  /** The node image that Kratix's own quick start uses. */
  kindNode: 'kindest/node:v1.33.1',
  /** The version that Kratix's installation guide names. */
  certManager: 'v1.15.0',
  /** Where GitHub runs the workflow: it has docker, kind, kubectl, make and yq. */
  runner: 'ubuntu-24.04',
  /** Actions by their major version, whose tag moves with fixes. */
  checkout: 'actions/checkout@v6',
  login: 'docker/login-action@v4',
} as const
