import { addFonts, fontsAreKnown } from './fonts'
import { followStoredTheme } from './stored-theme'

/** The address of `page.ts`, put in when this is bundled. */
declare const PAGE_SCRIPT: string

// Runs in the head, before anything is painted: the reader's own choice of paper, and the fonts where an earlier page has
// fetched them.
followStoredTheme()
try {
  if (fontsAreKnown()) addFonts()
} catch {
  // Storage is closed to this page; the fonts come late.
}

// The rest comes once the text is painted, so that it delays nothing. Without it every page is whole.
const loadRest = () => import(PAGE_SCRIPT).catch(() => undefined)
new PerformanceObserver(loadRest).observe({ type: 'paint', buffered: true })
// Where a reader's settings keep the time of painting secret. A script that is there is not run twice.
addEventListener('load', () => setTimeout(loadRest, 2000))
