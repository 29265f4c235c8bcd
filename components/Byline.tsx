import { formatDay } from '@/lib/dates'
import type { ArticleView } from '@/lib/library/article-view'
import { AuthorMark } from './AuthorMark'
import styles from './Byline.module.css'

type BylineProps = { article: Pick<ArticleView, 'authors' | 'date' | 'updated' | 'minutes'> }

/** Who wrote it, when, and how long it takes. */
export function Byline({ article: { authors, date, updated, minutes } }: BylineProps) {
  return (
    <div className={styles.byline}>
      {authors.map(({ path, mark }) => (
        <AuthorMark key={path} mark={mark} size="small" />
      ))}
      <div>
        <p className={styles.names}>
          {authors.map(({ name, path }, index) => (
            <span key={path}>
              {index > 0 ? ', ' : null}
              <a href={path} rel="author">
                {name}
              </a>
            </span>
          ))}
        </p>
        <p className={styles.facts}>
          <time dateTime={date}>{formatDay(date)}</time> · {minutes} min read
          {updated ? (
            <>
              {' · '}Updated <time dateTime={updated}>{formatDay(updated)}</time>
            </>
          ) : null}
        </p>
      </div>
    </div>
  )
}
