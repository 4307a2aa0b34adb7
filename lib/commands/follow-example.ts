import type { Command, TextEdit } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import { isWithin, type Path } from '@/lib/promise/path'
import { type ApiView, type PromiseView, storageVersion } from '@/lib/promise/view'
import { schemaPlaces, valuesInRequest } from '@/lib/schema/places'
import { valueMoves } from '@/lib/schema/value-moves'
import { type Edited, moveEntry, renameKey, setValue } from '@/lib/yaml/edit'
import { followingRequests, type RequestDocument } from './requests'

/**
 * Lets the requests that are files of the user's follow the API's group, version and kind. A
 * request of another API, and a generated one, are left alone.
 */
export function followExample(
  files: Files,
  before: ApiView,
  after: { readonly group: string; readonly kind: string; readonly version: string },
): readonly Command[] {
  return followingRequests(files, before).flatMap((request) =>
    edit(request, [
      setValue(request.document, ['apiVersion'], `${after.group}/${after.version}`),
      setValue(request.document, ['kind'], after.kind),
    ]),
  )
}

/** Lets these requests follow a property of the storage version to its new name. */
export function followInExamples(
  files: Files,
  { api }: PromiseView,
  path: Path,
  name: string,
): readonly Command[] {
  const version = api && storageVersion(api)
  if (!api || !version || !isWithin(path, version.path)) return []
  return followingRequests(files, api).flatMap((request) =>
    edit(
      request,
      valuesInRequest(request.value, path).map((at) => renameKey(request.document, at, name)),
    ),
  )
}

/** Lets these requests follow a property of the storage version to another object. */
export function moveInExamples(
  files: Files,
  { api }: PromiseView,
  from: Path,
  to: Path,
): readonly Command[] {
  const version = api && storageVersion(api)
  const [before, after] = [schemaPlaces(from), schemaPlaces(to)]
  if (!api || !version || !before || !after || !isWithin(from, version.path)) return []
  return followingRequests(files, api).flatMap((request) =>
    edit(
      request,
      // Into a list no value can follow: it stays, and the request says so.
      valueMoves(request.value, [], before.slice(1), after.slice(1)).flatMap(
        ({ from: at, to: parent }) => (parent ? [moveEntry(request.document, at, { parent })] : []),
      ),
    ),
  )
}

function edit({ path }: RequestDocument, results: readonly Edited[]): readonly Command[] {
  const edits = results
    // What a user wrote with an alias in this place is nobody's but theirs.
    .flatMap((result): readonly TextEdit[] => (result.ok ? result.edits : []))
    .sort((a, b) => a.from - b.from)
  if (edits.length === 0) return []
  const run: Command['run'] = () => ({ kind: 'change', edits: [{ kind: 'text', path, edits }] })
  return [{ label: 'Follow the API', run }]
}
