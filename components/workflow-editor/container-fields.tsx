import { useCallback, useMemo } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { extraOf } from '@/components/struct-form/field-table'
import { FormScope } from '@/components/struct-form/form-scope'
import { StructForm } from '@/components/struct-form/struct-form'
import { usePartValue } from '@/components/struct-form/use-part'
import type { Step } from '@/lib/commands/steps'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { StepImage } from './step-image'

export interface ContainerFieldsProps {
  readonly step: Step
  readonly disabled: boolean
}

/** All that Kratix takes of a container (kratix.md 3.3), beside its name. */
export function ContainerFields({ step, disabled }: ContainerFieldsProps): React.ReactElement {
  const { path } = step
  const suggest = useVolumeNames(path.slice(0, -2))
  const resources = usePartValue([...path, 'resources'])
  return (
    <FormScope paths={[path]} suggest={suggest}>
      <StepImage step={step} disabled={disabled} />
      <StructForm
        parts={[{ struct: 'Container', path, hide: ['name', 'image'] }]}
        keep={path}
        of={step.name}
      />
      {resources === undefined ? (
        <p className="mt-2 text-faint text-sm">
          <span className="text-dim">resources</span> {extraOf('Container', 'resources').absent}
        </p>
      ) : null}
    </FormScope>
  )
}

/** The volumes of a pipeline, for the fields that name one. @param spec place of its `spec` */
function useVolumeNames(spec: Path): (struct: string, field: string) => readonly string[] {
  const document = useDesigner((state) => state.reading.document)
  const volumes = valueAt(document?.value(), [...spec, 'volumes'])
  const names = useMemo(
    () =>
      Array.isArray(volumes)
        ? volumes.flatMap((one) => (isRecord(one) && typeof one.name === 'string' ? one.name : []))
        : [],
    [volumes],
  )
  return useCallback(
    (struct, field) =>
      (struct === 'VolumeMount' && field === 'name') || field === 'volumeName' ? names : [],
    [names],
  )
}
