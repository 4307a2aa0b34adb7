import { type Command, refused } from '@/lib/promise/command'
import { type Path, valueAt } from '@/lib/promise/path'
import { pluralOf, singularOf } from '@/lib/promise/plurals'
import { API } from '@/lib/promise/read'
import { type ApiView, storageVersion } from '@/lib/promise/view'
import { editPromiseText, set } from './edit-yaml'
import { followExample } from './follow-example'
import { pointAt } from './hand-written'
import { onPromise } from './on-promise'
import { pointAtRequests } from './point-at-requests'

export interface ApiNames {
  readonly group?: string
  readonly kind?: string
  readonly plural?: string
  readonly singular?: string
  readonly crdName?: string
  /** Name of the storage version. */
  readonly version?: string
}

const NAMES: Path = [...API, 'spec', 'names']
const WORDS: Readonly<Record<keyof ApiNames, string>> = {
  group: 'group',
  kind: 'kind',
  plural: 'plural',
  singular: 'singular',
  crdName: 'CRD name',
  version: 'version',
}
const KEYS = ['group', 'kind', 'plural', 'singular', 'crdName', 'version'] as const

/**
 * Sets names of the API. Plural, singular, list kind and CRD name follow kind and group for as
 * long as they are what would be made of them: a name of the user's own stays. Requests that are
 * files of the repository follow, too; hand-written programs are pointed at.
 */
export function setApiNames(names: ApiNames): Command {
  const given = KEYS.filter((key) => names[key] !== undefined)
  const [first] = given
  const label = first && given.length === 1 ? `Set ${WORDS[first]}` : 'Set API names'
  return onPromise(
    label,
    ({ value, files, promise }) => {
      const { api } = promise
      if (!api) return refused('The Promise has no API.')
      const places = placesOf(api)
      if (names.version !== undefined && !places.version) return refused('The API has no version.')
      const before = namesOf(api)
      const after = derive(before, names)
      const edits = KEYS.flatMap((key) => {
        const place = places[key]
        return place && after[key] !== before[key] ? [set(place, after[key])] : []
      })
      const listKind = [...NAMES, 'listKind']
      if (after.kind !== api.kind && valueAt(value, listKind) === `${api.kind}List`) {
        edits.push(set(listKind, `${after.kind}List`))
      }
      const place = first && places[first]
      const gone = wordsOf(before, after)
      return [
        editPromiseText({ label, place }, ...edits),
        ...followExample(files, api, after),
        pointAt(promise, 'workflows/', gone),
        ...(gone.length > 0 ? [pointAtRequests(promise)] : []),
      ]
    },
    `api names ${given.join(' ')}`,
  )
}

/** What programs may say of the API by names that it has no more. */
function wordsOf(before: Required<ApiNames>, after: Required<ApiNames>): readonly string[] {
  const version = (names: Required<ApiNames>) => `${names.group}/${names.version}`
  return [
    ...(before.kind === after.kind ? [] : [before.kind]),
    ...(before.plural === after.plural ? [] : [before.plural]),
    ...(before.group === after.group ? [] : [before.group]),
    ...(version(before) === version(after) ? [] : [version(before)]),
  ].filter((word) => word !== '')
}

function placesOf(api: ApiView): Readonly<Record<keyof ApiNames, Path | undefined>> {
  const version = storageVersion(api)
  return {
    group: [...API, 'spec', 'group'],
    kind: [...NAMES, 'kind'],
    plural: [...NAMES, 'plural'],
    singular: [...NAMES, 'singular'],
    crdName: [...API, 'metadata', 'name'],
    version: version && [...version.path, 'name'],
  }
}

function namesOf(api: ApiView): Required<ApiNames> {
  const { group, kind, plural, singular, crdName } = api
  return { group, kind, plural, singular, crdName, version: storageVersion(api)?.name ?? '' }
}

/** A follower that is empty, or what was made of its leader, is made anew; any other stays. */
function derive(before: Required<ApiNames>, names: ApiNames): Required<ApiNames> {
  const { group = before.group, kind = before.kind, version = before.version } = names
  const follow = (now: string, made: string, makes: string) =>
    now === made || now === '' ? makes : now
  const plural = names.plural ?? follow(before.plural, pluralOf(before.kind), pluralOf(kind))
  const singular =
    names.singular ?? follow(before.singular, singularOf(before.kind), singularOf(kind))
  const made = crdNameOf(before.plural, before.group)
  const crdName = names.crdName ?? follow(before.crdName, made, crdNameOf(plural, group))
  return { group, kind, plural, singular, crdName, version }
}

/** kratix.md 39. */
export function crdNameOf(plural: string, group: string): string {
  return `${plural}.${group}`
}
