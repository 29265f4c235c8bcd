import { aboutPath, archivePath, articlesPath, feedPath, frontPath } from '@/lib/routes'
import { imprint } from '@/lib/site'
import styles from './SiteFooter.module.css'

/** The foot of every page. It counts and dates nothing, so publishing an article never changes it. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <nav aria-label="Site">
        <ul className={styles.links}>
          <li>
            <a href={articlesPath()}>All articles</a>
          </li>
          <li>
            <a href={archivePath()}>Archive</a>
          </li>
          <li>
            <a href={aboutPath()}>About</a>
          </li>
          <li>
            <a href={feedPath(frontPath())} type="application/rss+xml">
              RSS
            </a>
          </li>
        </ul>
      </nav>
      <p>{imprint}. No trackers, no cookies.</p>
    </footer>
  )
}
