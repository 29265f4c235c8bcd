import type { Card } from '@/lib/library/card'
import { formatDay } from '@/lib/words/dates'
import { numbers } from '@/lib/words/numbers'
import { words } from '@/lib/words/words'
import styles from './ArticleMeta.module.css'
import { CategoryLink } from './CategoryLink'

type ArticleMetaProps = { article: Pick<Card, 'category' | 'authors' | 'date' | 'minutes'> }

/** Category, author, day and minutes, in the words every list uses. */
export function ArticleMeta({ article: { category, authors, date, minutes } }: ArticleMetaProps) {
  return (
    <p className={styles.meta}>
      <CategoryLink category={category} />
      <span>{authors.map(({ name }) => name).join(words.comma)}</span>
      <span>
        <time dateTime={date}>{formatDay(date)}</time>
        {words.comma}
        <span className={styles.minutes}>{words.minutes(numbers(minutes))}</span>
      </span>
    </p>
  )
}
