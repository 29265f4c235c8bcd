import { FeedLink } from './FeedLink'
import styles from './PageHeading.module.css'

type PageHeadingProps = { title: string; description: string; kicker?: string; feed?: string | undefined }

/** The title of a page that lists articles, under the stroke of its hue. */
export function PageHeading({ title, description, kicker, feed }: PageHeadingProps) {
  return (
    <header className={styles.heading}>
      {kicker ? <p className={styles.kicker}>{kicker}</p> : null}
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.description}>{description}</p>
      <FeedLink path={feed} name={title} />
    </header>
  )
}
