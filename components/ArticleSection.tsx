import type { Card } from '@/lib/library/card'
import { words } from '@/lib/words/words'
import { ArticleList } from './ArticleList'
import styles from './ArticleSection.module.css'

type ArticleSectionProps = {
  title: string
  articles: Card[]
  /** Where the rest is, when there is more than stands here. */
  allPath?: string | undefined
}

/** A titled list within a page; nothing at all where there is no article for it. */
export function ArticleSection({ title, articles, allPath }: ArticleSectionProps) {
  if (!articles.length) return null
  const id = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      <ArticleList articles={articles} level={3} />
      {allPath ? (
        <p className={styles.all}>
          <a href={allPath}>{words.allArticles}</a>
        </p>
      ) : null}
    </section>
  )
}
