import { formatDay, formatSpan } from '@/lib/dates'
import type { PageLink } from '@/lib/library/list-view'
import styles from './Pager.module.css'

type PagerProps = { newer?: PageLink | undefined; older?: PageLink | undefined }

/** The way to the neighbouring pages of a list, with the days they reach. */
export function Pager({ newer, older }: PagerProps) {
  if (!newer && !older) return null
  return (
    <nav className={styles.pager} aria-label="More articles">
      {newer ? (
        <a href={newer.path} rel="prev" className={styles.newer}>
          Newer <span className={styles.days}>{daysOf(newer)}</span>
        </a>
      ) : null}
      {older ? (
        <a href={older.path} rel="next" className={styles.older}>
          Older <span className={styles.days}>{daysOf(older)}</span>
        </a>
      ) : null}
    </nav>
  )
}

const daysOf = ({ from, to }: PageLink) => (to ? formatSpan(from, to) : `since ${formatDay(from)}`)
