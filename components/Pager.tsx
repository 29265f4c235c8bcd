import type { PageLink } from '@/lib/library/list-view'
import { formatDay, formatSpan } from '@/lib/words/dates'
import { words } from '@/lib/words/words'
import styles from './Pager.module.css'

type PagerProps = { newer?: PageLink | undefined; older?: PageLink | undefined }

/** The way to the neighbouring pages of a list, with the days they reach. */
export function Pager({ newer, older }: PagerProps) {
  if (!newer && !older) return null
  return (
    <nav className={styles.pager} aria-label={words.moreArticles}>
      {newer ? (
        <a href={newer.path} rel="prev" className={styles.newer}>
          {words.newer} <span className={styles.days}>{daysOf(newer)}</span>
        </a>
      ) : null}
      {older ? (
        <a href={older.path} rel="next" className={styles.older}>
          {words.older} <span className={styles.days}>{daysOf(older)}</span>
        </a>
      ) : null}
    </nav>
  )
}

const daysOf = ({ from, to }: PageLink) => (to ? formatSpan(from, to) : words.sinceDay(formatDay(from)))
