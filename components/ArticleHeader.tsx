import type { ArticleView } from '@/lib/library/article-view'
import { words } from '@/lib/words/words'
import styles from './ArticleHeader.module.css'
import { Byline } from './Byline'
import { CategoryLink } from './CategoryLink'

type ArticleHeaderProps = { article: ArticleView }

export function ArticleHeader({ article }: ArticleHeaderProps) {
  const { title, slug, description, category, withheld } = article
  return (
    <header className={styles.header}>
      <p className={styles.category}>
        <CategoryLink category={category} />
        {withheld ? <span className={styles.withheld}>{words[withheld]}</span> : null}
      </p>
      <h1 className={styles.title} data-travels={`title-${slug}`}>
        {title}
      </h1>
      <p className={styles.standfirst}>{description}</p>
      <Byline article={article} />
    </header>
  )
}
