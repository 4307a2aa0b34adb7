import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import { Overview } from '@/components/overview/overview'
import type { Section } from '@/lib/store/section'

const load = {
  api: () => import('./api-section').then((m) => m.ApiSection),
  dependencies: () =>
    import('@/components/dependencies/dependencies-section').then((m) => m.DependenciesSection),
  workflows: () =>
    import('@/components/workflow-editor/workflow-editor').then((m) => m.WorkflowEditor),
  scheduling: () => import('@/components/scheduling/scheduling').then((m) => m.Scheduling),
}

/** The form of each section. What is not shown at first is fetched apart. */
export const FORMS: Record<Section, ComponentType> = {
  overview: Overview,
  api: dynamic(load.api, { ssr: false }),
  dependencies: dynamic(load.dependencies, { ssr: false }),
  workflows: dynamic(load.workflows, { ssr: false }),
  scheduling: dynamic(load.scheduling, { ssr: false }),
}

/** Fetches every form, so that going to a section is instant. A failure is told when it is wanted. */
export function preloadForms(): void {
  for (const form of Object.values(load)) form().catch(() => undefined)
}
