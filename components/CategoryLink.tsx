import type { CategoryLabel } from '@/lib/library/card'
import styles from './CategoryLink.module.css'

type CategoryLinkProps = { category: CategoryLabel }

/** The category of an article in its hue, one touch from its list. */
export function CategoryLink({ category: { name, path, hue } }: CategoryLinkProps) {
  return (
    <a className={styles.link} href={path} data-hue={hue}>
      {name}
    </a>
  )
}
