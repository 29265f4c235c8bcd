import type { Card, CategoryLabel } from '@/lib/library/card'
import styles from './CategoryRow.module.css'

type CategoryRowProps = { category: CategoryLabel; articles: Card[] }

/** The newest titles of one category under its stroke. */
export function CategoryRow({ category, articles }: CategoryRowProps) {
  return (
    <section className={styles.row} data-hue={category.hue}>
      <h2 className={styles.heading}>
        <a href={category.path}>{category.name}</a>
      </h2>
      <ul>
        {articles.map(({ path, title }) => (
          <li key={path} className={styles.item}>
            <a href={path}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
