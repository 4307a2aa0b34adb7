import type { Files } from '@/lib/promise/files'
import { isRecord, valueAt } from '@/lib/promise/path'
import type { StepSettings, ValueSettings } from '@/lib/promise/settings'
import { isTemplatePath } from '@/lib/render/check-template'
import { withOptional } from '@/lib/render/conditions'
import { compareBytes } from '@/lib/render/render-step'
import type {
  RenderContext,
  RenderValue,
  ScalarType,
  StepContext,
  Template,
} from '@/lib/scaffolds/scaffold'

/** The step with its values resolved against the API, and its templates. */
export function renderContext(
  files: Files,
  step: StepContext,
  settings: Extract<StepSettings, { kind: 'render' }>,
  folder: string,
): RenderContext {
  const values = Object.entries(settings.values).map(([name, value]) =>
    renderValue(name, value, step),
  )
  const templates = templatesOf(files, folder)
  const said = Object.entries(settings.templates ?? {}).filter(([path]) =>
    templates.some((template) => template.path === path),
  )
  const conditions = Object.fromEntries(
    said.flatMap(([path, { onlyWhen }]) => (onlyWhen ? [[path, onlyWhen]] : [])),
  )
  const components = said.flatMap(([path, { component }]) => (component ? [path] : []))
  return {
    ...step,
    values: withOptional(values, conditions),
    status: settings.status,
    templates,
    conditions,
    // A Promise is no request, so nothing can be a part of it: the rule `template-settings`.
    components: { promise: step.promise, templates: step.type === 'resource' ? components : [] },
    destinations: (settings.destinationSelectors ?? []).map(({ directory = '', matchLabels }) => ({
      directory,
      matchLabels,
    })),
  }
}

/** The templates of a step, in byte order of their paths below `resources/`. */
export function templatesOf(files: Files, folder: string): readonly Template[] {
  const prefix = `${folder}resources/`
  const templates: Template[] = []
  for (const [path, { text }] of files) {
    if (!path.startsWith(prefix) || !isTemplatePath(path) || text === null) continue
    templates.push({ path: path.slice(prefix.length), text })
  }
  return templates.sort((a, b) => compareBytes(a.path, b.path))
}

function renderValue(name: string, settings: ValueSettings, step: StepContext): RenderValue {
  const { default: fallback, map } = settings
  const source = sourceOf(settings)
  const type = source.kind === 'spec' ? typeInApi(step, source.path) : undefined
  return { name, source, type, default: fallback, map }
}

function sourceOf(settings: ValueSettings): RenderValue['source'] {
  if ('label' in settings) return { kind: 'label', label: settings.label }
  if ('constant' in settings) return { kind: 'constant', value: settings.constant }
  if (settings.from === 'request.name') return { kind: 'name' }
  if (settings.from === 'request.namespace') return { kind: 'namespace' }
  return { kind: 'spec', path: settings.from.split('.').slice(1) }
}

const SCALARS: readonly string[] = ['string', 'integer', 'number', 'boolean'] satisfies ScalarType[]

/** The type that the API declares for a path below `spec`; the input of a promise workflow has none. */
function typeInApi(step: StepContext, path: readonly string[]): ScalarType | undefined {
  if (step.type === 'promise' || !step.api) return undefined
  const place = ['spec', ...path].flatMap((key) => ['properties', key])
  const schema = valueAt(step.api.schema, place)
  if (!isRecord(schema) || schema['x-kubernetes-int-or-string'] === true) return undefined
  const { type } = schema
  return isScalarType(type) ? type : undefined
}

function isScalarType(type: unknown): type is ScalarType {
  return typeof type === 'string' && SCALARS.includes(type)
}
