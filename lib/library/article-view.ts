import type { Author } from '../content/authors'
import { slugOf } from '../content/slugs'
import type { Heading } from '../markdown/rendered'
import { type CardImage, cardImage } from '../media/card/social-card'
import { articlePath, authorPath, seriesPath, tagPath } from '../routes'
import { site } from '../site'
import { artOf, authorOf, type Card, type CategoryLabel, type Cover, cardOf, categoryLabel, coverOf } from './card'
import { type FilterItem, filterOf } from './filter'
import { type Entry, inReadingOrder, type Library } from './library'
import { bodyMarkup, markMarkup } from './markup-names'
import { socialCardOf } from './social-card'

export type Step = { path: string; title: string }
export type SeriesPart = Step & { current: boolean }

/** What the page of an article shows. */
export type ArticleView = {
  kind: 'article'
  path: string
  slug: string
  title: string
  description: string
  category: CategoryLabel
  authors: (Pick<Author, 'name' | 'bio'> & { path: string; mark: string })[]
  date: string
  updated?: string
  minutes: number
  /** Why it is not published yet; only in a preview. */
  withheld?: Entry['withheld']
  cover: Cover
  /** Markup, drawn inline in place of a picture. */
  art?: string
  credit?: string
  /** The picture that is shown where the article is shared. */
  card: CardImage
  canonicalUrl?: string
  filter: FilterItem[]
  html: string
  headings: Heading[]
  tags: { name: string; path: string }[]
  series?: Step & { parts: SeriesPart[] }
  related: Card[]
  newer?: Step
  older?: Step
}

/** What a view says of a body: its id stands for its text. */
export type Body = { id: string; headings: Heading[] }

export function articleView(library: Library, slug: string, body: Body, related: string[]): ArticleView {
  const index = library.indexOf.get(slug) ?? -1
  const entry = library.entries[index]
  if (!entry) throw new Error(`No article has the slug "${slug}"`)
  const series = seriesOf(library, entry)
  const art = artOf(library, entry)
  const credit = entry.imageCredit ?? entry.picture?.credit
  const step = (other: Entry | undefined) => other && { path: articlePath(other.slug), title: other.title }
  const newer = step(library.entries[index - 1])
  const older = step(library.entries[index + 1])
  return {
    ...{ kind: 'article', path: articlePath(slug), slug, title: entry.title, description: entry.excerpt },
    category: categoryLabel(library, entry.category),
    authors: entry.authors.map((name) => {
      const { slug, bio } = authorOf(library, name)
      return { name, path: authorPath(slug), mark: markMarkup(slug), ...(bio ? { bio } : {}) }
    }),
    date: entry.date,
    ...(entry.updated ? { updated: entry.updated } : {}),
    minutes: entry.minutes,
    ...(entry.withheld ? { withheld: entry.withheld } : {}),
    cover: coverOf(entry),
    ...(art ? { art } : {}),
    ...(credit ? { credit } : {}),
    card: cardImage(socialCardOf(library, entry)),
    ...(entry.canonicalUrl ? { canonicalUrl: entry.canonicalUrl } : {}),
    filter: filterOf(library, { current: entry.category, counts: false }),
    html: bodyMarkup(body.id),
    headings: body.headings,
    tags: entry.tags.map((name) => tagOf(library, name)),
    ...(series ? { series } : {}),
    related: related.flatMap((other) => {
      const found = library.bySlug.get(other)
      return found ? [cardOf(library, found)] : []
    }),
    ...(newer ? { newer } : {}),
    ...(older ? { older } : {}),
  }
}

function tagOf(library: Library, name: string) {
  const slug = slugOf(name, site.language)
  const group = library.tagBySlug.get(slug)
  return { name: group?.name ?? name, path: tagPath(slug) }
}

function seriesOf(library: Library, { slug, series }: Entry): ArticleView['series'] {
  const group = series && library.seriesBySlug.get(slugOf(series, site.language))
  if (!group) return undefined
  const parts = inReadingOrder(group.entries).map((part) => ({
    path: articlePath(part.slug),
    title: part.title,
    current: part.slug === slug,
  }))
  return { path: seriesPath(group.slug), title: group.name, parts }
}
