import type { ListView } from '@/lib/library/list-view'
import { ArticleList } from './ArticleList'
import { AuthorProfile } from './AuthorProfile'
import { EmptyList } from './EmptyList'
import styles from './ListPage.module.css'
import { PageFrame } from './PageFrame'
import { PageHeading } from './PageHeading'
import { Pager } from './Pager'

type ListPageProps = { view: ListView }

/** One page of any list: all articles, or those of a category, tag, author or year. */
export function ListPage({
  view: { filter, hue, scope, name, description, span, author, feed, cards, newer, older },
}: ListPageProps) {
  return (
    <PageFrame filter={filter} hue={hue}>
      {author ? (
        <AuthorProfile author={author} span={span} feed={feed} />
      ) : (
        <PageHeading title={scope === 'tag' ? `#${name}` : name} description={span ?? description} feed={feed} />
      )}
      <div className={styles.list}>{cards.length ? <ArticleList articles={cards} /> : <EmptyList />}</div>
      <Pager newer={newer} older={older} />
    </PageFrame>
  )
}
