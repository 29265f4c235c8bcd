import type { ArchiveView } from '@/lib/library/other-views'
import { formatDay } from '@/lib/words/dates'
import { numbers } from '@/lib/words/numbers'
import { words } from '@/lib/words/words'
import styles from './ArchivePage.module.css'
import { EmptyList } from './EmptyList'
import { PageFrame } from './PageFrame'
import { PageHeading } from './PageHeading'

type ArchivePageProps = { view: ArchiveView }

/** Every year, with its newest titles and the way to the rest. */
export function ArchivePage({ view: { filter, title, description, years } }: ArchivePageProps) {
  return (
    <PageFrame filter={filter}>
      <PageHeading title={title} description={description} />
      {years.length ? null : <EmptyList />}
      {years.map(({ year, path, count, newest }) => (
        <section key={year} className={styles.year}>
          <h2 className={styles.heading}>
            <a href={path}>{year}</a>
          </h2>
          <div>
            <ul>
              {newest.map((article) => (
                <li key={article.path}>
                  <a className={styles.article} href={article.path} data-hue={article.category.hue}>
                    <span className={styles.title}>{article.title}</span>
                    <time className={styles.day} dateTime={article.date}>
                      {formatDay(article.date)}
                    </time>
                  </a>
                </li>
              ))}
            </ul>
            {count > newest.length ? (
              <p className={styles.rest}>
                <a href={path}>{words.allOfYear(count, numbers(count), year)}</a>
              </p>
            ) : null}
          </div>
        </section>
      ))}
    </PageFrame>
  )
}
