import type { ArticleView } from '@/lib/library/article-view'
import { words } from '@/lib/words/words'
import styles from './TableOfContents.module.css'

type TableOfContentsProps = { headings: ArticleView['headings'] }

/** The sections of an article: beside the text where there is a margin, folded above it where there is none. */
export function TableOfContents({ headings }: TableOfContentsProps) {
  const list = (
    <ul className={styles.list}>
      {headings.map(({ id, text, level }) => (
        <li key={id} className={level > 2 ? styles.deep : undefined}>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <details className={styles.folded}>
        <summary>{words.inThisArticle}</summary>
        <nav aria-label={words.inThisArticle}>{list}</nav>
      </details>
      <nav className={styles.beside} aria-labelledby="contents" data-contents>
        <p id="contents" className={styles.heading}>
          {words.inThisArticle}
        </p>
        {list}
      </nav>
    </>
  )
}
