import { ShieldCheck } from 'lucide-react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { usePartValue } from '@/components/struct-form/use-part'
import { Button } from '@/components/ui/button'
import { removePart } from '@/lib/commands/parts'
import { valueAt } from '@/lib/promise/path'
import type { PipelineView } from '@/lib/promise/view'
import type { Workflow } from '@/lib/promise/workflows'
import { isAsGenerated } from '@/lib/tryout/own-program'
import { permissionNeed } from './permission-texts'

export interface PermissionNeedProps {
  readonly workflow: Workflow
  readonly pipeline: PipelineView
}

/** What the steps of a pipeline may do already, and whether they can need more (kratix.md 3.4). */
export function PermissionNeed({ workflow, pipeline }: PermissionNeedProps) {
  const store = useDesignerStore()
  const steps = useDesigner((state) => state.steps)
  const path = [...pipeline.path, 'spec', 'rbac', 'permissions']
  const permissions = usePartValue(path)
  const files = useDesigner((state) => state.files)
  const document = useDesigner((state) => state.reading.document)
  const own = pipeline.steps.map(({ name, path: place }) => {
    const step = steps.find((one) => one.path === place)
    const container = valueAt(document?.value(), place)
    return { name, asGenerated: step !== undefined && isAsGenerated(files, step, container) }
  })
  const { has, needs, spare } = permissionNeed(workflow.type, own)
  return (
    <div className="mt-2 flex items-start gap-2 border-line border-t pt-2 text-dim text-sm">
      <ShieldCheck size={14} aria-hidden className="mt-0.5 shrink-0 text-faint" />
      <p className="min-w-0 flex-1">
        {has} {needs}
      </p>
      {spare && permissions !== undefined ? (
        <Button
          size="sm"
          onClick={() => void store.getState().run(removePart(path, pipeline.path))}
        >
          Remove its permissions
        </Button>
      ) : null}
    </div>
  )
}
