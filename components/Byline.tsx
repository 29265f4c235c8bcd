import type { ArticleView } from '@/lib/library/article-view'
import { formatDay } from '@/lib/words/dates'
import { numbers } from '@/lib/words/numbers'
import { words } from '@/lib/words/words'
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
              {index > 0 ? words.comma : null}
              <a href={path} rel="author">
                {name}
              </a>
            </span>
          ))}
        </p>
        <p className={styles.facts}>
          <time dateTime={date}>{formatDay(date)}</time> · {words.minutesToRead(numbers(minutes))}
          {updated ? (
            <>
              {` · ${words.updated[0]}`}
              <time dateTime={updated}>{formatDay(updated)}</time>
              {words.updated[1]}
            </>
          ) : null}
        </p>
      </div>
    </div>
  )
}
