import type { ArticleView } from '@/lib/library/article-view'
import styles from './ArticleHeader.module.css'
import { Byline } from './Byline'

type ArticleHeaderProps = { article: ArticleView }

export function ArticleHeader({ article }: ArticleHeaderProps) {
  const { title, slug, description, category } = article
  return (
    <header className={styles.header}>
      <p className={styles.category}>
        <a href={category.path}>{category.name}</a>
      </p>
      <h1 className={styles.title} data-travels={`title-${slug}`}>
        {title}
      </h1>
      <p className={styles.standfirst}>{description}</p>
      <Byline article={article} />
    </header>
  )
}
