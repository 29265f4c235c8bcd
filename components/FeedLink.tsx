import { words } from '@/lib/words/words'
import styles from './FeedLink.module.css'

type FeedLinkProps = { path: string | undefined; name: string }

/** The way to be told of what is new in a list; nothing where it has no feed. */
export function FeedLink({ path, name }: FeedLinkProps) {
  if (path === undefined) return null
  return (
    <a href={path} type="application/rss+xml" className={styles.link} aria-label={words.feedOf(name)}>
      {words.feed}
    </a>
  )
}
