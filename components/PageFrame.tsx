import type { ReactNode } from 'react'
import type { FilterItem } from '@/lib/library/filter'
import { words } from '@/lib/words/words'
import { CategoryFilter } from './CategoryFilter'
import styles from './PageFrame.module.css'
import { SiteFooter } from './SiteFooter'
import { SiteHeader } from './SiteHeader'

type PageFrameProps = {
  filter: FilterItem[]
  /** The day under the tagline, on pages that know one. */
  day?: string | undefined
  /** The front page's own name plate is its first heading. */
  isFront?: boolean
  hue?: string | undefined
  children: ReactNode
}

/** What stands around every page: the name plate, the category filter in its one place, and the foot. */
export function PageFrame({ filter, day, isFront = false, hue, children }: PageFrameProps) {
  return (
    <div className={styles.frame} data-hue={hue}>
      <a className={styles.skip} href="#content">
        {words.skip}
      </a>
      <SiteHeader day={day} isFront={isFront} />
      <CategoryFilter items={filter} />
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <SiteFooter />
    </div>
  )
}
