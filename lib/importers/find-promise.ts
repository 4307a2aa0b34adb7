import { promiseContent } from '@/lib/layout/assemble'
import { API_FILE, isSplitRoot, SLOTS } from '@/lib/layout/parts'
import { EXAMPLE_FILE, type FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { isPromiseText, promiseDocuments, promiseName } from './documents'
import {
  type ImportChoice,
  type ImportFailure,
  type ImportOptions,
  importFailed,
  type PromiseChoice,
} from './importer'

export interface Found {
  readonly kind: 'found'
  /** The file that becomes `promise.yaml`; `undefined` for a split one that has none. */
  readonly promise: string | undefined
  readonly root: string
  /** What to say of `promise`, when it is not what its name says. */
  readonly remark?: string
}

interface Candidate {
  readonly id: string
  readonly file: string | undefined
  readonly root: string
}

/** At most so many are offered: a list beyond that helps nobody. */
const MAX_CHOICES = 200

/**
 * The Promise of a repository: its `promise.yaml`, or the root of the split layout; without one,
 * a YAML file that holds an object of kind Promise. The user chooses among several; those that lie
 * in a folder of another's repository where manifests or tests belong are parts of that one.
 */
export function findPromise(
  name: string,
  files: Files,
  options: ImportOptions,
): Found | ImportChoice | ImportFailure {
  const candidates = candidatesOf(files)
  const [first, ...others] = candidates
  if (!first) return noPromise(name, files)
  if (options.promise !== undefined) return chosen(name, files, candidates, options.promise)
  return others.length === 0 ? found(files, first) : asked(files, [first, ...others])
}

function candidatesOf(files: Files): readonly Candidate[] {
  const whole: Candidate[] = []
  for (const path of files.keys()) {
    const root = folderOf(path)
    if (baseName(path) === PROMISE_FILE) whole.push({ id: path, file: path, root })
  }
  const roots = new Set(whole.map(({ root }) => root))
  whole.push(...splitRoots(files).filter(({ root }) => !roots.has(root)))
  // Where all of them lie among tests or examples, the Promise itself may have another file name.
  const own = whole.some(({ id }) => !liesInParts(id))
  const taken = new Set(whole.flatMap(({ file }) => file ?? []))
  const others = own ? [] : [...files].filter(([path]) => !taken.has(path)).filter(isPromiseFile)
  const named = [...whole, ...others.map(byKind)]
  const sorted = named.sort((a, b) => depth(a.id) - depth(b.id) || (a.id < b.id ? -1 : 1))
  const all = new Set(sorted.map(({ root }) => root))
  return sorted.filter(({ id }) => !isPart(id, all))
}

/** Folders of the split layout that have no `promise.yaml`. */
function splitRoots(files: Files): readonly Candidate[] {
  const apis = [...files.keys()].filter((path) => baseName(path) === API_FILE)
  return apis.flatMap((id): readonly Candidate[] => {
    const root = folderOf(id)
    if (files.has(`${root === '' ? '' : `${root}/`}${PROMISE_FILE}`)) return []
    return isSplitRoot(files, root) ? [{ id, file: undefined, root }] : []
  })
}

function byKind([path]: readonly [string, FileContent]): Candidate {
  return { id: path, file: path, root: folderOf(path) }
}

/** A Promise among the manifests, templates or tests of another is a part of that repository. */
function isPart(path: string, roots: ReadonlySet<string>): boolean {
  const folders = path.split('/').slice(0, -1)
  return folders.some(
    (part, i) =>
      PARTS.test(part) &&
      folders.some((_, j) => j <= i && roots.has(folders.slice(0, j).join('/'))),
  )
}

/** True for what lies in a folder where tests, examples or manifests belong, whoever's they are. */
function liesInParts(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((folder) => PARTS.test(folder) || /^(examples?|samples?|docs?)$/.test(folder))
}

const PARTS =
  /^(workflows|resources|tests?|testdata|fixtures|dependencies|manifests|templates|\.promise-designer)$/

function found(files: Files, { file, root }: Candidate): Found {
  const several = file === undefined ? [] : promiseDocuments(files.get(file))
  const remarks = [
    file === undefined || baseName(file) === PROMISE_FILE ? '' : 'It was taken as promise.yaml.',
    several.length > 1
      ? `It holds ${several.length} Promises: the first is designed, the others stay in it.`
      : '',
  ].filter(Boolean)
  return {
    kind: 'found',
    promise: file,
    root,
    ...(remarks.length > 0 && { remark: remarks.join(' ') }),
  }
}

function chosen(
  name: string,
  files: Files,
  candidates: readonly Candidate[],
  wanted: string,
): Found | ImportFailure {
  const exact = candidates.find(({ id }) => id === wanted)
  // A person may also name the folder or the Promise itself, as long as that is one.
  const meant = exact
    ? [exact]
    : candidates.filter(
        (one) => one.root === wanted.replace(/\/$/, '') || choiceOf(files, one).name === wanted,
      )
  const [one, another] = meant
  if (one && !another) return found(files, one)
  const list = candidates.slice(0, 5).map(({ id }) => id)
  const more = candidates.length > list.length ? ', …' : ''
  const why = another ? 'is the name of several Promises' : 'names no Promise'
  const message = `${JSON.stringify(wanted)} ${why} of ${name}; there are ${list.join(', ')}${more}`
  return importFailed('import-no-choice', name, message)
}

function asked(files: Files, candidates: readonly [Candidate, ...Candidate[]]): ImportChoice {
  const [first, ...others] = candidates
  const shallow = others.every(({ id }) => depth(id) > depth(first.id))
  const reason = shallow ? 'It lies nearest to the root.' : 'It is the first by name.'
  const rest = others.slice(0, MAX_CHOICES - 1).map((one) => choiceOf(files, one))
  return { kind: 'choice', choices: [{ ...choiceOf(files, first), reason }, ...rest] }
}

function choiceOf(files: Files, { id, file, root }: Candidate): PromiseChoice {
  const content = file === undefined ? splitPromise(files, root) : files.get(file)
  return { id, name: content ? promiseName(content) : '', path: id }
}

function splitPromise(files: Files, root: string): FileContent | undefined {
  const prefix = root === '' ? '' : `${root}/`
  const below = new Map<string, FileContent>()
  // The example tells the name of a Promise that has no promise.yaml.
  for (const path of [EXAMPLE_FILE, ...SLOTS.map(({ file }) => file)]) {
    const content = files.get(prefix + path)
    if (content) below.set(path, content)
  }
  return promiseContent(below)
}

function isPromiseFile([path, content]: readonly [string, FileContent]): boolean {
  return /\.(ya?ml|json)$/i.test(path) && content.text !== null && isPromiseText(content.text)
}

function noPromise(name: string, files: Files): ImportFailure {
  const api = [...files.keys()].find((path) => baseName(path) === API_FILE)
  const hint = api
    ? `; beside ${api} there is neither a dependencies.yaml nor a workflow of the split layout`
    : ''
  return importFailed('import-no-promise', name, `${name} holds no promise.yaml${hint}`)
}

const depth = (path: string) => path.split('/').length
const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
