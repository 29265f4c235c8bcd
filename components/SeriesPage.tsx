import type { SeriesView } from '@/lib/library/other-views'
import { words } from '@/lib/words/words'
import { ArticleList } from './ArticleList'
import { PageFrame } from './PageFrame'
import { PageHeading } from './PageHeading'

type SeriesPageProps = { view: SeriesView }

/** The parts of a series in reading order. */
export function SeriesPage({ view: { filter, title, description, cards } }: SeriesPageProps) {
  return (
    <PageFrame filter={filter} hue={cards[0]?.category.hue}>
      <PageHeading title={title} description={description} kicker={words.series} />
      <ArticleList articles={cards} ordered />
    </PageFrame>
  )
}
