import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { DraftStorageProvider } from '@/components/home/draft-storage'
import { THEME_SCRIPT } from '@/components/ui/theme-script'
import { UiProvider } from '@/components/ui/ui-provider'

export const metadata: Metadata = {
  title: { default: 'Promise Designer', template: '%s · Promise Designer' },
  description: 'Design a Kratix Promise in the browser and download a repository that builds.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfcfd' },
    { media: '(prefers-color-scheme: dark)', color: '#111113' },
  ],
}

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // The theme script changes <html> before React sees it.
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <UiProvider>
          <DraftStorageProvider>{children}</DraftStorageProvider>
        </UiProvider>
      </body>
    </html>
  )
}
