import type { ListView } from '@/lib/library/list-view'
import { AuthorMark } from './AuthorMark'
import styles from './AuthorProfile.module.css'
import { FeedLink } from './FeedLink'

type AuthorProfileProps = {
  author: NonNullable<ListView['author']>
  span?: string | undefined
  feed?: string | undefined
}

/** Who an author is, above what they wrote. */
export function AuthorProfile({ author: { name, bio, links, mark, picture }, span, feed }: AuthorProfileProps) {
  return (
    <header className={styles.profile}>
      {picture ? (
        <img className={styles.picture} src={picture} alt="" width="88" height="88" fetchPriority="low" />
      ) : (
        <AuthorMark mark={mark} size="large" />
      )}
      <div>
        <h1 className={styles.name}>{name}</h1>
        {bio ? <p className={styles.bio}>{bio}</p> : null}
        {span ? <p className={styles.bio}>{span}</p> : null}
        {links.length ? (
          <ul className={styles.links}>
            {links.map(({ label, url }) => (
              <li key={url}>
                <a href={url} rel="me external noopener">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        <FeedLink path={feed} name={name} />
      </div>
    </header>
  )
}
