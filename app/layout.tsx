import type { ReactNode } from 'react'
import '@/.cache/colours.css'
import './fonts/fallbacks.css'
import './globals.css'
import { readScripts } from '@/lib/publish/page-assets/script-manifest'
import { speculationRules } from '@/lib/publish/page-assets/speculation-rules'
import { colours, site } from '@/lib/site'
import { direction } from '@/lib/words/direction'

export default async function RootLayout({ children }: { children: ReactNode }) {
  const scripts = await readScripts()
  return (
    // The theme script writes attributes here before React sees the page.
    <html lang={site.language} dir={direction} suppressHydrationWarning>
      <head>
        <meta name="theme-color" content={colours.paper[0]} media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content={colours.paper[1]} media="(prefers-color-scheme: dark)" />
        <meta name="color-scheme" content="light dark" />
        <noscript>
          <link rel="stylesheet" href={scripts.lateStyles} />
        </noscript>
        <script dangerouslySetInnerHTML={{ __html: scripts.beforePaint }} />
        <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculationRules }} />
        {scripts.live ? <script type="module" src={scripts.live} /> : null}
      </head>
      <body>{children}</body>
    </html>
  )
}
