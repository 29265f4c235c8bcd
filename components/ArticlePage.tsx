import type { ArticleView } from '@/lib/library/article-view'
import { words } from '@/lib/words/words'
import { ArticleEnd } from './ArticleEnd'
import { ArticleHeader } from './ArticleHeader'
import styles from './ArticlePage.module.css'
import { ArticleSection } from './ArticleSection'
import { ArticleSteps } from './ArticleSteps'
import { CoverFigure } from './CoverFigure'
import { PageFrame } from './PageFrame'
import { Prose } from './Prose'
import { SeriesNav } from './SeriesNav'
import { TableOfContents } from './TableOfContents'

type ArticlePageProps = { view: ArticleView }

// Fewer sections than this are seen at a glance.
const contentsFrom = 3

/** An article, whole: what it is, its picture, its text, and where to go from its end. */
export function ArticlePage({ view }: ArticlePageProps) {
  const { filter, category, headings, html, series, related, newer, older } = view
  const sections = headings.filter(({ level }) => level <= 3)
  return (
    <PageFrame filter={filter} hue={category.hue}>
      <div className={styles.page}>
        <article className={styles.article}>
          <ArticleHeader article={view} />
          <CoverFigure article={view} />
          <div className={styles.margin}>
            {sections.length >= contentsFrom ? <TableOfContents headings={sections} /> : null}
          </div>
          <div className={styles.text}>
            {series ? <SeriesNav series={series} /> : null}
            <Prose html={html} />
            <ArticleEnd article={view} />
          </div>
        </article>
      </div>
      <ArticleSteps newer={newer} older={older} />
      <div className={styles.related}>
        <ArticleSection title={words.readNext} articles={related} />
      </div>
      <div className={styles.progress} aria-hidden="true" />
    </PageFrame>
  )
}
