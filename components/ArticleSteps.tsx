import type { Step } from '@/lib/library/article-view'
import { words } from '@/lib/words/words'
import styles from './ArticleSteps.module.css'

type ArticleStepsProps = { newer?: Step | undefined; older?: Step | undefined }

/** The articles published just before and just after. */
export function ArticleSteps({ newer, older }: ArticleStepsProps) {
  if (!newer && !older) return null
  return (
    <nav className={styles.steps} aria-label={words.neighbours}>
      {older ? (
        <a href={older.path} className={styles.older}>
          <span className={styles.label}>{words.previous}</span>
          <span className={styles.title}>{older.title}</span>
        </a>
      ) : null}
      {newer ? (
        <a href={newer.path} className={styles.newer}>
          <span className={styles.label}>{words.next}</span>
          <span className={styles.title}>{newer.title}</span>
        </a>
      ) : null}
    </nav>
  )
}
