'use client'

import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Badge } from '@/components/ui/badge'
import type { Step } from '@/lib/commands/steps'

/** Every file of the step's folder; choosing one opens it beside. */
export function StepFiles({ step }: { readonly step: Step }): React.ReactElement {
  const store = useDesignerStore()
  const files = useDesigner((state) => state.build.files)
  const own = [...files.values()].filter(
    ({ path }) => step.folder !== undefined && path.startsWith(step.folder),
  )
  return (
    <ul aria-label={`Files of ${step.name}`} className="flex flex-col">
      {own.map(({ path, origin }) => (
        <li key={path} className="border-line border-b last:border-b-0">
          <button
            type="button"
            onClick={() => store.getState().open(path)}
            className="flex h-8 w-full items-center gap-2 rounded-[4px] px-1 text-left hover:bg-panel"
          >
            <span className="min-w-0 flex-1 truncate font-mono text-sm">
              {path.slice(step.folder?.length ?? 0)}
            </span>
            <Badge tone={origin === 'edited' ? 'amber' : 'neutral'}>{origin}</Badge>
          </button>
        </li>
      ))}
    </ul>
  )
}
