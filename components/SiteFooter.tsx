import { aboutPath, archivePath, articlesPath, feedPath, frontPath } from '@/lib/routes'
import { imprint, words } from '@/lib/words/words'
import styles from './SiteFooter.module.css'

/** The foot of every page. It counts and dates nothing, so publishing an article never changes it. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <nav aria-label={words.site}>
        <ul className={styles.links}>
          <li>
            <a href={articlesPath()}>{words.allArticles}</a>
          </li>
          <li>
            <a href={archivePath()}>{words.archive}</a>
          </li>
          <li>
            <a href={aboutPath()}>{words.about}</a>
          </li>
          <li>
            <a href={feedPath(frontPath())} type="application/rss+xml">
              RSS
            </a>
          </li>
        </ul>
      </nav>
      <p>{`${imprint}. ${words.noTrackers}`}</p>
    </footer>
  )
}
