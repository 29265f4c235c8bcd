import type { AboutView } from '@/lib/library/other-views'
import { words } from '@/lib/words/words'
import styles from './AboutPage.module.css'
import { AuthorMark } from './AuthorMark'
import { PageFrame } from './PageFrame'
import { PageHeading } from './PageHeading'
import { Prose } from './Prose'

type AboutPageProps = { view: AboutView }

/** What the magazine is, and who writes it. */
export function AboutPage({ view: { filter, title, description, html, staff } }: AboutPageProps) {
  return (
    <PageFrame filter={filter}>
      <PageHeading title={title} description={description} />
      <div className={styles.columns}>
        <Prose html={html} />
        {staff.length ? (
          <section aria-labelledby="staff">
            <h2 id="staff" className={styles.heading}>
              {words.bylines}
            </h2>
            <ul className={styles.staff}>
              {staff.map(({ name, bio, path, mark }) => (
                <li key={path} className={styles.person}>
                  <AuthorMark mark={mark} size="small" />
                  <div>
                    <a href={path} className={styles.name}>
                      {name}
                    </a>
                    <p className={styles.bio}>{bio}</p>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </PageFrame>
  )
}
