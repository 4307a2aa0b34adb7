'use client'

import { type ComponentType, useRef } from 'react'
import { DependenciesSection } from '@/components/dependencies/dependencies-section'
import { Overview } from '@/components/overview/overview'
import { Scheduling } from '@/components/scheduling/scheduling'
import { SchemaEditor } from '@/components/schema-editor/schema-editor'
import { WorkflowEditor } from '@/components/workflow-editor/workflow-editor'
import type { Section } from '@/lib/store/section'
import { RegionBoundary } from './region-boundary'
import { useDesigner } from './use-designer'
import { usePlaceFocus } from './use-place-focus'

const SECTIONS: Record<Section, ComponentType> = {
  overview: Overview,
  api: SchemaEditor,
  dependencies: DependenciesSection,
  workflows: WorkflowEditor,
  scheduling: Scheduling,
}

/** The form of the selected section; readable but still while the text behind it is broken. */
export function SectionView({ onRescue }: { readonly onRescue: () => void }) {
  const section = useDesigner((state) => state.section)
  const stale = useDesigner((state) => state.reading.stale)
  const form = useRef<HTMLFieldSetElement>(null)
  usePlaceFocus(form)
  const Form = SECTIONS[section]
  return (
    <RegionBoundary region="The form" onDownload={onRescue} resetKey={section}>
      {/* Disabled as a whole: an edit of an old state would go astray in the broken text. */}
      <fieldset
        ref={form}
        disabled={stale}
        className={`min-w-0 max-w-[1120px] px-4 py-4 transition-opacity pane:px-6 pane:py-[18px] ${stale ? 'opacity-60' : ''}`}
      >
        <Form />
      </fieldset>
    </RegionBoundary>
  )
}
