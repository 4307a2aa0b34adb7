'use client'

import { useDesigner } from '@/components/designer/use-designer'
import { SectionHead } from '@/components/ui/section-head'
import { storageVersion } from '@/lib/promise/view'
import { ApiCard } from './api-card'
import { BudgetCard } from './budget-card'
import { ImagesCard } from './images-card'
import { LayoutCard } from './layout-card'
import { OpenedCard } from './opened-card'
import { PromiseCard } from './promise-card'
import { TargetCard } from './target-card'

/** What the Promise is called, what people ask for, where its images live. */
export function Overview() {
  const api = useDesigner((state) => state.reading.view.api)
  return (
    <>
      <SectionHead title="Overview">
        {api ? (
          <>
            People ask for a <code>{api.kind || 'kind'}</code> in{' '}
            <code>
              {api.group}/{storageVersion(api)?.name}
            </code>
            , as <code>kubectl get {api.plural}</code>
          </>
        ) : (
          'The Promise has no API: it brings dependencies and workflows alone.'
        )}
      </SectionHead>
      <PromiseCard />
      {api ? <ApiCard api={api} /> : null}
      <ImagesCard />
      <TargetCard />
      <LayoutCard />
      <BudgetCard />
      <OpenedCard />
    </>
  )
}
