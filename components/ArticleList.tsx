import type { Card } from '@/lib/library/card'
import { ArticleCard } from './ArticleCard'
import styles from './ArticleList.module.css'

type ArticleListProps = { articles: Card[]; level?: 2 | 3; ordered?: boolean }

/** Articles one under the other; `ordered` where their order is the point, as in a series. */
export function ArticleList({ articles, level = 2, ordered = false }: ArticleListProps) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List className={styles.list}>
      {articles.map((article) => (
        <li key={article.path} className={styles.item}>
          <ArticleCard article={article} level={level} />
        </li>
      ))}
    </List>
  )
}
