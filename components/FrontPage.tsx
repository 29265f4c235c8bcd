import type { FrontView } from '@/lib/library/front-view'
import { words } from '@/lib/words/words'
import { ArticleSection } from './ArticleSection'
import { CategoryRow } from './CategoryRow'
import { EmptyList } from './EmptyList'
import styles from './FrontPage.module.css'
import { LeadArticle } from './LeadArticle'
import { PageFrame } from './PageFrame'

type FrontPageProps = { view: FrontView }

export function FrontPage({ view: { filter, day, lead, leadArt, seconds, latest, allPath, rows } }: FrontPageProps) {
  return (
    <PageFrame filter={filter} day={day} isFront>
      {lead ? (
        <div className={seconds.length ? styles.opening : styles.alone}>
          <LeadArticle article={lead} art={leadArt} size="lead" />
          {seconds.length ? (
            <div className={styles.seconds}>
              {seconds.map((article) => (
                <LeadArticle key={article.path} article={article} size="second" />
              ))}
            </div>
          ) : null}
        </div>
      ) : (
        <EmptyList />
      )}
      <div className={styles.latest}>
        <ArticleSection title={words.latest} articles={latest} allPath={allPath} />
      </div>
      {latest.length ? (
        <div className={styles.rows}>
          {rows.map(({ category, cards }) => (
            <CategoryRow key={category.slug} category={category} articles={cards} />
          ))}
        </div>
      ) : null}
    </PageFrame>
  )
}
