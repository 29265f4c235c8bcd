import type { ArticleView } from '@/lib/library/article-view'
import { words } from '@/lib/words/words'
import styles from './SeriesNav.module.css'

type SeriesNavProps = { series: NonNullable<ArticleView['series']> }

/** The parts of the series an article belongs to, with its own place in it. */
export function SeriesNav({ series: { title, path, parts } }: SeriesNavProps) {
  return (
    <nav className={styles.series} aria-labelledby="series">
      <p id="series" className={styles.heading}>
        {words.ofSeries[0]}
        <a href={path}>{title}</a>
        {words.ofSeries[1]}
      </p>
      <ol className={styles.parts}>
        {parts.map((part) => (
          <li key={part.path}>
            {part.current ? <strong aria-current="true">{part.title}</strong> : <a href={part.path}>{part.title}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
