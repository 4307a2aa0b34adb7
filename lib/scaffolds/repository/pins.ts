import { IMAGES } from '../pins'

/** What the scripts in `hack/` use besides the images of the steps. Exact versions only. */
export const PINS = {
  /** Compares YAML files by value. */
  yqImage: IMAGES.yq,
  /** The node image that Kratix's own quick start uses. */
  kindNode: 'kindest/node:v1.33.1',
  /** The version that Kratix's installation guide names. */
  certManager: 'v1.15.0',
} as const
