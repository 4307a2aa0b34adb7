import { FormScope } from '@/components/struct-form/form-scope'
import { StructForm } from '@/components/struct-form/struct-form'
import { isRecord, valueAt } from '@/lib/promise/path'
import type { PipelineView } from '@/lib/promise/view'
import type { Workflow } from '@/lib/promise/workflows'
import { PermissionNeed } from './permission-need'

export interface PipelineSettingsProps {
  readonly workflow: Workflow
  readonly pipeline: PipelineView
}

/** All that Kratix takes of a pipeline beside its name and its containers (kratix.md 3.2). */
export function PipelineSettings({ workflow, pipeline }: PipelineSettingsProps) {
  const { path, name } = pipeline
  return (
    <section
      aria-label={`Settings of pipeline ${name}`}
      className="mx-3 mt-2 rounded-lg border border-line bg-bg px-3 pt-2.5 pb-3"
    >
      <FormScope paths={[path]}>
        <StructForm
          parts={[
            {
              struct: 'ObjectMeta',
              path: [...path, 'metadata'],
              hide: ['name'],
              offer: ['labels', 'annotations'],
            },
            {
              struct: 'PipelineSpec',
              path: [...path, 'spec'],
              hide: ['containers'],
              offer: PIPELINE_FIELDS,
            },
            { struct: 'Pipeline', path, hide: ['apiVersion', 'kind', 'metadata', 'spec'] },
          ]}
          keep={path}
          of={name}
        />
        <PermissionNeed workflow={workflow} pipeline={pipeline} />
      </FormScope>
    </section>
  )
}

/** In the order in which people come to need them. */
const PIPELINE_FIELDS = [
  'volumes',
  'rbac',
  'imagePullSecrets',
  'jobOptions',
  'restartPolicy',
  'nodeSelector',
  'tolerations',
]

/** How many of them are set. @param value the pipeline as plain data */
export function settingsCount(value: unknown): number {
  const [metadata, spec] = ['metadata', 'spec'].map((key) => valueAt(value, [key]))
  const keys = (one: unknown, without: string): readonly string[] =>
    isRecord(one) ? Object.keys(one).filter((key) => key !== without) : []
  const own = isRecord(value) ? Object.keys(value) : []
  const strange = own.filter((key) => !['apiVersion', 'kind', 'metadata', 'spec'].includes(key))
  return keys(metadata, 'name').length + keys(spec, 'containers').length + strange.length
}
