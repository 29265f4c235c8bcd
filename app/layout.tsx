import type { Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import '@/.cache/colours.css'
import './globals.css'
import { readScripts } from '@/lib/publish/script-manifest'
import { colours, site } from '@/lib/site'

const roman = localFont({
  src: './fonts/newsreader-roman.woff2',
  weight: '400 650',
  style: 'normal',
  variable: '--font-roman',
  adjustFontFallback: 'Times New Roman',
})
const italic = localFont({
  src: './fonts/newsreader-italic.woff2',
  weight: '370',
  style: 'italic',
  variable: '--font-italic',
  preload: false,
  adjustFontFallback: 'Times New Roman',
})

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: colours.paper[0] },
    { media: '(prefers-color-scheme: dark)', color: colours.paper[1] },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const scripts = await readScripts()
  return (
    // The theme script writes attributes here before React sees the page.
    <html lang={site.language} className={`${roman.variable} ${italic.variable}`} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: scripts.beforePaint }} />
        <script type="module" src={scripts.page} />
        {scripts.live ? <script type="module" src={scripts.live} /> : null}
      </head>
      <body>{children}</body>
    </html>
  )
}
