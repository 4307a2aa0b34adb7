import type { Step } from '@/lib/commands/steps'
import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import type { LanguageId } from '@/lib/promise/settings'
import type { PromiseView } from '@/lib/promise/view'
import { dependenciesStep } from '@/lib/scaffolds/dependencies'
import { languageOf } from '@/lib/scaffolds/languages'
import type { GeneratedFile, RenderContext, StepContext } from '@/lib/scaffolds/scaffold'
import { besideOwn } from './beside-own'
import { apiContext } from './example'
import { renderContext } from './render-context'
import { checkTemplates } from './template-problems'

/** What `build` makes of one step: files by their path in the step's folder. */
export interface StepFiles {
  readonly files: readonly GeneratedFile[]
  readonly context: StepContext
  /** Present for a `render` step whose templates are all good. */
  readonly render: RenderContext | undefined
  /** Path of the program in the folder. */
  readonly program: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** The generated files of a step but its `tests/`; none for a step that is not ours. */
export function stepFiles(
  files: Files,
  view: PromiseView,
  step: Step & { readonly folder: string },
): StepFiles {
  const context = stepContext(view, step)
  const made = (
    generated: readonly GeneratedFile[],
    program?: string,
    diagnostics: readonly Diagnostic[] = [],
    render?: RenderContext,
  ): StepFiles => {
    const resources = generated.length > 0 ? emptyResources(files, step.folder) : []
    const all = [...generated, ...resources]
    // A render step is all ours: its program means nothing without the rest.
    const kept =
      render || step.kind === 'render' ? all : besideOwn(files, step.folder, all, program)
    return { files: kept, context, render, program, diagnostics }
  }
  const { settings } = step
  if (!settings) return made([])
  if (settings.kind === 'dependencies') return made(dependenciesStep(), 'scripts/pipeline.sh')
  const language = languageOf(settings.language)
  if (!language) return made([], undefined, [notOffered(step, settings.language)])
  if (settings.kind === 'custom') return made(language.custom(context), language.program)
  if (step.ref.action !== 'configure') return made([], undefined, [nothingToRender(step)])
  const render = renderContext(files, context, settings, step.folder)
  const diagnostics = checkTemplates(files, step.folder, render)
  const good = diagnostics.length === 0 ? render : undefined
  return made(language.render(render), language.program, diagnostics, good)
}

function stepContext(view: PromiseView, { key, ref, pipeline, name, image }: Step): StepContext {
  const { type, action } = ref
  const promise = view.name
  return { key, type, action, pipeline, container: name, image, promise, api: apiContext(view) }
}

/** Git and the Dockerfile need the folder, also when nothing is in it. */
function emptyResources(files: Files, folder: string): readonly GeneratedFile[] {
  const keep = 'resources/.gitkeep'
  for (const path of files.keys()) {
    if (path.startsWith(`${folder}resources/`) && path !== folder + keep) return []
  }
  return [{ path: keep, text: '' }]
}

function notOffered({ key }: Step, language: LanguageId): Diagnostic {
  return {
    code: 'step-language',
    severity: 'error',
    message: `The step ${key} has no files: ${language} is not offered for it.`,
    place: { file: SETTINGS_FILE, path: ['steps', key, 'language'] },
  }
}

function nothingToRender({ key, path }: Step): Diagnostic {
  return {
    code: 'render-on-delete',
    severity: 'error',
    message: `The step ${key} cannot render manifests: Kratix ignores what a delete workflow writes.`,
    place: { file: PROMISE_FILE, path },
  }
}
