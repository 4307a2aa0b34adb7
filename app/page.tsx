import { DraftStorageProvider } from '@/components/home/draft-storage'
import { Home } from '@/components/home/home'

export default function HomePage() {
  return (
    <DraftStorageProvider>
      <Home />
    </DraftStorageProvider>
  )
}
