import type { ComponentType } from 'react'
import { type LazyComponent, lazily } from '@/components/ui/lazily'
import type { Section } from '@/lib/store/section'

const form = (load: () => Promise<ComponentType>) => lazily('The form', load)

/** The form of each section, whose code is fetched apart. */
export const FORMS: Record<Section, LazyComponent<object>> = {
  overview: form(() => import('@/components/overview/overview').then((m) => m.Overview)),
  api: form(() => import('./api-section').then((m) => m.ApiSection)),
  dependencies: form(() =>
    import('@/components/dependencies/dependencies-section').then((m) => m.DependenciesSection),
  ),
  workflows: form(() =>
    import('@/components/workflow-editor/workflow-editor').then((m) => m.WorkflowEditor),
  ),
  scheduling: form(() => import('@/components/scheduling/scheduling').then((m) => m.Scheduling)),
  'try-it': form(() => import('@/components/try-it/try-it').then((m) => m.TryIt)),
}

/** Begins to fetch the form of `section`. A failure is told where the form is shown. */
export function fetchForm(section: Section): void {
  FORMS[section].get().catch(() => undefined)
}
