import styles from './FeedLink.module.css'

type FeedLinkProps = { path: string; name: string }

/** The way to be told of what is new in a list. */
export function FeedLink({ path, name }: FeedLinkProps) {
  return (
    <a href={path} type="application/rss+xml" className={styles.link}>
      RSS feed<span className="visually-hidden"> of {name}</span>
    </a>
  )
}
