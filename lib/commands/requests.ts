import { EXAMPLE_FILE, type FileContent, type Files } from '@/lib/promise/files'
import { valueAt } from '@/lib/promise/path'
import { type ApiView, storageVersion } from '@/lib/promise/view'
import { documentsOf, type YamlDocument } from '@/lib/yaml/document'

/** What a step is tried on, when the user has changed it, and in the further cases. */
const TEST_OBJECT =
  /^workflows\/resource\/.+\/tests\/((?!expected-(output|metadata)\/)[^/]+\/)?object\.yaml$/

/** Longer files are no requests, and reading them would hold up who types. */
const LONGEST = 200_000

/** A document that asks for an instance of the API. */
export interface RequestDocument {
  readonly path: string
  readonly document: YamlDocument
  readonly value: unknown
}

/**
 * The requests that follow the API: the example and what the steps are tried on, as far as they
 * are the user's (what is generated follows by itself) and the only document of their file.
 */
export function followingRequests(files: Files, api: ApiView): readonly RequestDocument[] {
  return requestsIn(files, api, follows).filter(({ path }) => {
    const content = files.get(path)
    return content !== undefined && documentsOf(content).length === 1
  })
}

/** Other requests in the user's files: they are pointed at, and nobody changes them. */
export function otherRequests(files: Files, api: ApiView): readonly RequestDocument[] {
  return requestsIn(files, api, (path) => !follows(path) && !path.startsWith('.'))
}

function follows(path: string): boolean {
  return path === EXAMPLE_FILE || TEST_OBJECT.test(path)
}

function requestsIn(
  files: Files,
  api: ApiView,
  takes: (path: string) => boolean,
): readonly RequestDocument[] {
  const { kind, group } = api
  const apiVersion = `${group}/${storageVersion(api)?.name ?? ''}`
  return [...files].flatMap(([path, content]) => {
    if (!/\.ya?ml$/.test(path) || !takes(path) || !mayHold(content, kind, group)) return []
    return documentsOf(content).flatMap((document): readonly RequestDocument[] => {
      if (document.broken) return []
      const value = document.value()
      const same =
        valueAt(value, ['apiVersion']) === apiVersion && valueAt(value, ['kind']) === kind
      return same ? [{ path, document, value }] : []
    })
  })
}

function mayHold({ size, text }: FileContent, kind: string, group: string): boolean {
  return size <= LONGEST && text !== null && text.includes(kind) && text.includes(group)
}
