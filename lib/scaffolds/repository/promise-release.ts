import { printYaml } from '@/lib/yaml/print-yaml'
import type { GeneratedFile } from '../scaffold'
import type { RepositoryContext } from './context'

export const RELEASE_FILE = 'promise-release.yaml'

/** `promise-release.yaml`: lets Kratix fetch the Promise from `url`, where `{version}` is filled in. */
export function promiseRelease(
  { promise, version }: RepositoryContext,
  url: string,
): GeneratedFile {
  const release = {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'PromiseRelease',
    metadata: { name: promise },
    spec: {
      ...(version === '' ? {} : { version }),
      sourceRef: { type: 'http', url: releaseUrl(url, version) },
    },
  }
  const head = version === '' ? HEAD + NO_VERSION : HEAD
  return { path: RELEASE_FILE, text: head + printYaml(release) }
}

/** The address of one version. */
export function releaseUrl(url: string, version: string): string {
  return url.replaceAll('{version}', () => encodeURIComponent(version))
}

const HEAD = `# Instead of promise.yaml itself: kubectl apply --filename ${RELEASE_FILE}
# Kratix fetches the Promise from the address, and again whenever spec.version changes, which must be
# the label kratix.io/promise-version of what is found there. Deleting this object deletes the Promise
# and every request.
`

const NO_VERSION = `#
# The Promise has no such label yet. Kratix refuses to install it from here until it has one.
`
