import type { Card } from '@/lib/library/card'
import { ArticleList } from './ArticleList'
import styles from './RelatedArticles.module.css'

type RelatedArticlesProps = { articles: Card[] }

/** Articles near in subject. */
export function RelatedArticles({ articles }: RelatedArticlesProps) {
  if (!articles.length) return null
  return (
    <section className={styles.related} aria-labelledby="related">
      <h2 id="related" className={styles.heading}>
        Read next
      </h2>
      <ArticleList articles={articles} level={3} />
    </section>
  )
}
