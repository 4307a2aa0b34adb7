import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin, type Path } from '@/lib/promise/path'
import type { PromiseView } from '@/lib/promise/view'
import type { Problem } from '@/lib/store/analysis'
import { type Section, sectionOf } from '@/lib/store/section'

export interface ProblemFilter {
  readonly severity: 'all' | Problem['severity']
  /** `files` is what no form shows. */
  readonly section: 'all' | Section | 'files'
  /** Words that must all stand in the message, the rule, the place or the file. */
  readonly text: string
}

export const NO_FILTER: ProblemFilter = { severity: 'all', section: 'all', text: '' }

export const SECTION_NAMES: Readonly<Record<Section | 'files', string>> = {
  overview: 'Overview',
  api: 'API',
  dependencies: 'Dependencies',
  workflows: 'Workflows',
  scheduling: 'Scheduling',
  'try-it': 'Try it',
  files: 'Files',
}

/** The section whose form shows the place of a problem. */
export function sectionOfProblem({
  code,
  place,
}: Pick<Problem, 'code' | 'place'>): Section | 'files' {
  // Manifests lie in the folder of a step, but people look for them among the dependencies.
  if (code.startsWith('dependency-')) return 'dependencies'
  return sectionOf(place) ?? 'files'
}

/** What `filter` lets through, in the order of the list. */
export function filterProblems<T extends Problem>(
  problems: readonly T[],
  filter: ProblemFilter,
  view: PromiseView,
): readonly T[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  return problems.filter((problem) => {
    const { severity, message, code, place } = problem
    if (filter.severity !== 'all' && severity !== filter.severity) return false
    if (filter.section !== 'all' && sectionOfProblem(problem) !== filter.section) return false
    if (words.length === 0) return true
    const text = `${message} ${code} ${place.file} ${placeName(problem, view)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

export interface ProblemGroup<T> {
  readonly name: string
  readonly problems: readonly T[]
}

/** Problems that stand at one place together; the place with the worst of them first. */
export function groupProblems<T extends Problem>(
  problems: readonly T[],
  view: PromiseView,
): readonly ProblemGroup<T>[] {
  const groups = new Map<string, T[]>()
  for (const problem of problems) {
    const name = placeName(problem, view)
    const group = groups.get(name)
    if (group) group.push(problem)
    else groups.set(name, [problem])
  }
  return [...groups].map(([name, list]) => ({ name, problems: list }))
}

/** Where a problem stands, as people call it: "API › spec.ports[].name". */
export function placeName({ place }: Pick<Problem, 'place'>, view: PromiseView): string {
  const section = sectionOf(place)
  if (place.file !== PROMISE_FILE || section === undefined) return place.file
  const parts = [SECTION_NAMES[section]]
  if (section === 'api') parts.push(...apiParts(place.path, view))
  if (section === 'workflows') parts.push(...workflowParts(place.path, view))
  return parts.join(' › ')
}

function apiParts(path: Path, { api }: PromiseView): readonly string[] {
  const version = api?.versions.find((one) => isWithin(path, one.path))
  if (!version) return []
  const several = (api?.versions.length ?? 0) > 1 ? [version.name || '(no name)'] : []
  if (!isWithin(path, version.schemaPath)) return several
  let name = ''
  let rest = path.slice(version.schemaPath.length)
  for (let [keyword, child] = rest; keyword !== undefined; [keyword, child] = rest) {
    if (keyword === 'properties' && child !== undefined) {
      name += name === '' ? String(child) : `.${child}`
    } else if (keyword === 'items') name += '[]'
    else if (keyword === 'additionalProperties') name += '.*'
    else break
    rest = rest.slice(keyword === 'properties' ? 2 : 1)
  }
  return name === '' ? several : [...several, name]
}

function workflowParts(path: Path, { workflows }: PromiseView): readonly string[] {
  const workflow = workflows.find((one) => isWithin(path, one.path))
  if (!workflow) return []
  const parts = [`${workflow.type} ${workflow.action}`]
  const pipeline = workflow.pipelines.find((one) => isWithin(path, one.path))
  if (pipeline) parts.push(pipeline.name || '(no name)')
  const step = pipeline?.steps.find((one) => isWithin(path, one.path))
  if (step) parts.push(step.name || '(no name)')
  return parts
}
