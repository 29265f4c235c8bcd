import type { ArticleView } from '@/lib/library/article-view'
import { words } from '@/lib/words/words'
import styles from './ArticleEnd.module.css'
import { AuthorMark } from './AuthorMark'

type ArticleEndProps = { article: Pick<ArticleView, 'authors' | 'tags'> }

/** What stands under the last line: who wrote it, its tags, and the way to pass it on. */
export function ArticleEnd({ article: { authors, tags } }: ArticleEndProps) {
  return (
    <footer className={styles.end}>
      {authors.map(({ name, path, bio, mark }) => (
        <div key={path} className={styles.author}>
          <AuthorMark mark={mark} size="small" />
          <p>
            <a href={path} className={styles.name}>
              {name}
            </a>
            {bio ? <span className={styles.bio}>{bio}</span> : null}
          </p>
        </div>
      ))}
      <div className={styles.more}>
        {tags.length ? (
          <ul className={styles.tags} aria-label={words.tags}>
            {tags.map(({ name, path }) => (
              <li key={path}>
                <a href={path}>#{name}</a>
              </li>
            ))}
          </ul>
        ) : null}
        <button type="button" className={styles.share} data-share>
          {words.share}
        </button>
      </div>
    </footer>
  )
}
