import type { Card } from '@/lib/library/card'
import styles from './ArticleCard.module.css'
import { ArticleMeta } from './ArticleMeta'
import { CoverPicture } from './CoverPicture'

type ArticleCardProps = { article: Card; level: 2 | 3 }

/** An article in a list: its picture, its title, one line, and who, when and how long. */
export function ArticleCard({ article, level }: ArticleCardProps) {
  const { path, slug, title, excerpt, category, cover } = article
  const Title = `h${level}` as const
  return (
    <article className={styles.card} data-hue={category.hue}>
      <div className={styles.cover}>
        <CoverPicture cover={cover} slug={slug} place="card" />
      </div>
      <div className={styles.words}>
        <Title className={styles.title}>
          <a href={path} className={styles.link}>
            {title}
          </a>
        </Title>
        <p className={styles.excerpt}>{excerpt}</p>
      </div>
      <div className={styles.meta}>
        <ArticleMeta article={article} />
      </div>
    </article>
  )
}
