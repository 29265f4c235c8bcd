import type { NotFoundView } from '@/lib/library/other-views'
import { frontPath } from '@/lib/routes'
import { words } from '@/lib/words/words'
import { ArticleSection } from './ArticleSection'
import styles from './NotFoundPage.module.css'
import { PageFrame } from './PageFrame'
import { PageHeading } from './PageHeading'

type NotFoundPageProps = { view: NotFoundView }

/** Sensed nothing here: a field of lines that no stroke goes through, and the ways on. */
export function NotFoundPage({ view: { filter, latest } }: NotFoundPageProps) {
  return (
    <PageFrame filter={filter}>
      <div className={styles.opening}>
        <PageHeading title={words.nothingHere} description={words.mayHaveMoved} />
        <svg className={styles.drawing} viewBox="0 0 320 200" fill="none" aria-hidden="true">
          <path
            className={styles.sense}
            d="M0 20H320M0 40H320M0 60H320M0 80H320M0 100H320M0 120H320M0 140H320M0 160H320M0 180H320"
          />
          <path className={styles.act} d="M-10 150L110 90" />
          <path className={styles.act} d="M210 130L330 40" />
        </svg>
      </div>
      <p className={styles.ways}>
        {words.waysOn[0]}
        <a href={frontPath()}>{words.frontPage}</a>
        {words.waysOn[1]}
      </p>
      <div className={styles.latest}>
        <ArticleSection title={words.latest} articles={latest} />
      </div>
    </PageFrame>
  )
}
