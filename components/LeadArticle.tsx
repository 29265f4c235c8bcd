import type { Card } from '@/lib/library/card'
import { formatDay } from '@/lib/words/dates'
import { numbers } from '@/lib/words/numbers'
import { words } from '@/lib/words/words'
import { CategoryLink } from './CategoryLink'
import { CoverPicture } from './CoverPicture'
import { Drawing } from './Drawing'
import styles from './LeadArticle.module.css'

type LeadArticleProps = { article: Card; art?: string | undefined; size: 'lead' | 'second' }

/** An article that opens the front page, under its large picture. */
export function LeadArticle({ article, art, size }: LeadArticleProps) {
  const { path, slug, title, excerpt, category, authors, date, minutes, cover } = article
  return (
    <article className={styles[size]} data-hue={category.hue}>
      <div className={styles.cover} data-travels={art && `cover-${slug}`}>
        {art ? (
          <Drawing svg={art} />
        ) : (
          <CoverPicture cover={cover} slug={slug} place={size} isFirst={size === 'lead'} />
        )}
      </div>
      <p className={styles.category}>
        <CategoryLink category={category} />
      </p>
      <h2 className={styles.title}>
        <a href={path}>{title}</a>
      </h2>
      <p className={styles.excerpt}>{excerpt}</p>
      <p className={styles.meta}>
        {authors.map(({ name }) => name).join(words.comma)} · <time dateTime={date}>{formatDay(date)}</time> ·{' '}
        {words.minutes(numbers(minutes))}
      </p>
    </article>
  )
}
