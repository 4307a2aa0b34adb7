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
      // Without a version Kratix takes that of the Promise that it finds.
      ...(version === '' ? {} : { version }),
      sourceRef: { type: 'http', url: releaseUrl(url, version) },
    },
  }
  return { path: RELEASE_FILE, text: HEAD + printYaml(release) }
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
