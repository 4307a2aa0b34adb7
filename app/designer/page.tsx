import type { Metadata } from 'next'
import { Suspense } from 'react'
import { DesignerLoader, Opening } from '@/components/designer/designer-loader'

export const metadata: Metadata = { title: 'Design' }

export default function DesignerPage() {
  return (
    // Which draft it is stands in the address, which the exported page cannot know.
    <Suspense fallback={<Opening />}>
      <DesignerLoader />
    </Suspense>
  )
}
