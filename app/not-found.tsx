import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Logo } from '@/components/ui/logo'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-6 text-center">
      <div className="flex flex-col items-center gap-2">
        <Logo />
        <h1 className="mt-2 font-semibold text-lg">There is no such page</h1>
        <p className="text-dim">Your drafts are where you left them.</p>
        <Button asChild className="mt-2">
          <Link href="/">To your drafts</Link>
        </Button>
      </div>
    </main>
  )
}
