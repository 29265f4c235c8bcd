import type { FilterItem } from '@/lib/library/filter'
import { numbers } from '@/lib/words/numbers'
import { words } from '@/lib/words/words'
import styles from './CategoryFilter.module.css'
import { ThemeSwitch } from './ThemeSwitch'

type CategoryFilterProps = { items: FilterItem[] }

/** Filtering is navigation: each category is its own prerendered page, so this needs no client code. */
export function CategoryFilter({ items }: CategoryFilterProps) {
  return (
    <div className={styles.bar}>
      <nav aria-label={words.categories}>
        <ul className={styles.items}>
          {items.map(({ name, path, hue, count, current }) => (
            <li key={path}>
              <a href={path} className={styles.item} data-hue={hue} aria-current={current ? 'page' : undefined}>
                <span className={styles.name}>{name}</span>
                {count === undefined ? null : (
                  <span className={styles.count}>
                    {numbers(count)}
                    <span className="visually-hidden"> {words.articles(count)}</span>
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ThemeSwitch />
    </div>
  )
}
