import { formatDay } from '@/lib/dates'
import type { Card } from '@/lib/library/card'
import styles from './ArticleMeta.module.css'
import { CategoryLink } from './CategoryLink'

type ArticleMetaProps = { article: Pick<Card, 'category' | 'authors' | 'date' | 'minutes'> }

/** Category, author, day and minutes, in the words every list uses. */
export function ArticleMeta({ article: { category, authors, date, minutes } }: ArticleMetaProps) {
  return (
    <p className={styles.meta}>
      <CategoryLink category={category} />
      <span>{authors.map(({ name }) => name).join(', ')}</span>
      <span>
        <time dateTime={date}>{formatDay(date)}</time>
        {', '}
        <span className={styles.minutes}>{minutes} min</span>
      </span>
    </p>
  )
}
