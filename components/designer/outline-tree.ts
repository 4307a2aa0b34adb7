import type { Step } from '@/lib/commands/steps'
import type { Place } from '@/lib/promise/command'
import { PROMISE_FILE } from '@/lib/promise/files'
import { type Path, pathToString } from '@/lib/promise/path'
import {
  type ApiVersionView,
  type ApiView,
  type PromiseView,
  storageVersion,
} from '@/lib/promise/view'
import { propertiesOf } from '@/lib/schema/properties'
import type { Property } from '@/lib/schema/property'
import { typeLabel } from '@/lib/schema/shape'
import { type Section, startOf } from '@/lib/store/section'

/** An entry of the outline. */
export interface OutlineNode {
  /** Unique in the outline; for places of promise.yaml their path. */
  readonly key: string
  readonly label: string
  /** Before the label, fainter: the type of a workflow. */
  readonly prefix?: string
  /** At the right: a type, a count. */
  readonly hint?: string
  readonly look: 'section' | 'code' | 'plain' | 'absent'
  readonly section: Section
  readonly place: Place
  readonly children: readonly OutlineNode[]
}

export const keyOf = (path: Path): string => `/${pathToString(path)}`

/** The outline of a Promise. */
export function outlineOf(
  view: PromiseView,
  steps: readonly Step[],
  dependencies: number,
): readonly OutlineNode[] {
  return [
    section('overview', 'Overview', undefined, []),
    api(view),
    section('dependencies', 'Dependencies', count(dependencies, 'object'), []),
    section('workflows', 'Workflows', undefined, workflows(view, steps)),
    section('scheduling', 'Scheduling', count(view.destinationSelectors.length, 'rule'), []),
    section('try-it', 'Try it', undefined, []),
  ]
}

function section(
  id: Section,
  label: string,
  hint: string | undefined,
  children: readonly OutlineNode[],
): OutlineNode {
  return { key: id, label, hint, look: 'section', section: id, place: startOf(id), children }
}

function count(number: number, noun: string): string | undefined {
  return number === 0 ? undefined : `${number} ${noun}${number === 1 ? '' : 's'}`
}

function at(path: Path): Place {
  return { file: PROMISE_FILE, path }
}

function api(view: PromiseView): OutlineNode {
  const version = view.api && storageVersion(view.api)
  if (!version) return section('api', 'API', undefined, [])
  if (view.api && view.api.versions.length > 1) return apiOfSeveral(view.api, version)
  const properties = propertiesOf(version.schema, version.schemaPath)
  const path = specPath(version)
  const spec: OutlineNode = {
    key: keyOf(path),
    label: 'spec',
    look: 'code',
    section: 'api',
    place: at(path),
    children: properties.map(property),
  }
  return section('api', 'API', total(properties) > 0 ? String(total(properties)) : undefined, [
    spec,
  ])
}

/** Each version is a branch; what is in them stands below their names. */
function apiOfSeveral({ versions }: ApiView, stored: ApiVersionView): OutlineNode {
  return section(
    'api',
    'API',
    `${versions.length} versions`,
    versions.map((version) => ({
      key: versionKey(version),
      label: version.name || '(no name)',
      hint: version === stored ? 'stored' : undefined,
      look: 'code',
      section: 'api',
      place: at(specPath(version)),
      children: propertiesOf(version.schema, version.schemaPath).map(property),
    })),
  )
}

const specPath = ({ schemaPath }: ApiVersionView): Path => [...schemaPath, 'properties', 'spec']
const versionKey = ({ path }: ApiVersionView): string => keyOf(path)

/** The branches that are closed until the user opens them: the versions but `shown`. */
export function closedVersions(
  { api }: PromiseView,
  shown: ApiVersionView | undefined,
): ReadonlySet<string> {
  const others = api?.versions.filter((version) => version !== shown) ?? []
  return new Set(others.map(versionKey))
}

function total(properties: readonly Property[]): number {
  return properties.reduce((sum, { children }) => sum + 1 + total(children), 0)
}

/** A property that did not change gives the same node, so its row is not drawn again. */
const nodes = new WeakMap<Property, OutlineNode>()

function property(one: Property): OutlineNode {
  const known = nodes.get(one)
  if (known) return known
  const made: OutlineNode = {
    key: keyOf(one.path),
    label: one.name,
    hint: one.type === 'other' ? '' : typeLabel(one),
    look: 'code',
    section: 'api',
    place: at(one.path),
    children: one.children.map(property),
  }
  nodes.set(one, made)
  return made
}

function workflows(view: PromiseView, steps: readonly Step[]): readonly OutlineNode[] {
  const byPath = new Map(steps.map((step) => [keyOf(step.path), step]))
  return view.workflows.map((workflow) => ({
    key: keyOf(workflow.path),
    prefix: workflow.type,
    label: workflow.action,
    look: workflow.pipelines.length > 0 ? 'plain' : 'absent',
    section: 'workflows',
    place: at(workflow.path),
    children: workflow.pipelines.map((pipeline) => ({
      key: keyOf(pipeline.path),
      label: pipeline.name || '(no name)',
      look: 'code',
      section: 'workflows',
      place: at(pipeline.path),
      children: pipeline.steps.map((step) => ({
        key: keyOf(step.path),
        label: step.name || '(no name)',
        hint: byPath.get(keyOf(step.path))?.language ?? byPath.get(keyOf(step.path))?.kind,
        look: 'plain',
        section: 'workflows',
        place: at(step.path),
        children: [],
      })),
    })),
  }))
}

/** A visible row: the tree laid flat, without what is folded away. */
export interface OutlineRow {
  readonly node: OutlineNode
  readonly level: number
  readonly parent: number
}

/** The rows in sight while the nodes that `isClosed` names are closed. */
export function rowsOf(
  nodes: readonly OutlineNode[],
  isClosed: (key: string) => boolean,
): readonly OutlineRow[] {
  const rows: OutlineRow[] = []
  const add = (node: OutlineNode, level: number, parent: number): void => {
    const index = rows.push({ node, level, parent }) - 1
    if (isClosed(node.key)) return
    for (const child of node.children) add(child, level + 1, index)
  }
  for (const node of nodes) add(node, 1, -1)
  return rows
}

/** The deepest visible row that holds `place` of promise.yaml; -1 when only its section does. */
export function rowOf(keys: ReadonlyMap<string, number>, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const row = keys.get(keyOf(path.slice(0, length)))
    if (row !== undefined) return row
  }
  return -1
}
