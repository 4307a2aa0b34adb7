'use client'

import { Plus, Target } from 'lucide-react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { addSelector } from '@/lib/commands/destination-selectors'
import { RequiredPromises } from './required-promises'
import { SelectorCard } from './selector-card'

/** Which Destinations get what the Promise makes: `spec.destinationSelectors`. */
export function Scheduling() {
  const store = useDesignerStore()
  const rules = useDesigner((state) => state.reading.view.destinationSelectors)
  const add = () => store.getState().run(addSelector(rules.length, 'environment', 'dev'))
  return (
    <>
      <SectionHead
        title="Scheduling"
        actions={
          rules.length > 0 ? (
            <Button icon={<Plus size={14} aria-hidden />} onClick={add}>
              Add rule
            </Button>
          ) : null
        }
      >
        A Destination must carry every label below: dependencies go to all that do, each request to
        one of them. When a label is given twice, the earlier rule wins.
      </SectionHead>
      {rules.length === 0 ? (
        <EmptyState
          icon={<Target size={20} aria-hidden />}
          action={
            <Button variant="primary" onClick={add}>
              Add rule
            </Button>
          }
        >
          Without a rule, everything goes to any Destination that does not insist on its labels.
        </EmptyState>
      ) : (
        <ol aria-label="Destination rules">
          {rules.map((rule, index) => (
            // Rules have no name: their place in the list is what they are.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>
              <SelectorCard index={index} labels={rule.matchLabels} path={rule.path} />
            </li>
          ))}
        </ol>
      )}
      <div className="mt-3">
        <RequiredPromises />
      </div>
    </>
  )
}
