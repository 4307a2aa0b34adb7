import type { Metadata } from 'next'
import { DesignerLoader } from '@/components/designer/designer-loader'
import { DraftStorageProvider } from '@/components/home/draft-storage'

export const metadata: Metadata = { title: 'Design' }

export default function DesignerPage() {
  return (
    <DraftStorageProvider>
      <DesignerLoader />
    </DraftStorageProvider>
  )
}
