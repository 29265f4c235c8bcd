import '@testing-library/jest-dom'
import type { ArticleView } from '@/lib/library/article-view'
import type { Card, CategoryLabel } from '@/lib/library/card'
import type { FilterItem } from '@/lib/library/filter'
import type { FrontView } from '@/lib/library/front-view'
import type { ListView } from '@/lib/library/list-view'
import type { AboutView, ArchiveView, NotFoundView, SeriesView } from '@/lib/library/other-views'

/** Breaks out of text, of attributes and of scripts, wherever it is not escaped. */
export const hostile = `"><script>alert(1)</script>' onload=x {{y}} \${z} </title><img src=x onerror=y>`

const svg = '<svg viewBox="0 0 1 1"></svg>'
const category: CategoryLabel = { slug: 'insight', name: 'Insight', hue: 'blue', path: '/category/insight/' }

export const filter = (count?: number): FilterItem[] => {
  const counts = count === undefined ? {} : { count }
  return [
    { name: 'All', path: '/articles/', ...counts, current: false },
    { name: 'Insight', path: '/category/insight/', hue: 'blue', ...counts, current: true },
    { name: 'Research', path: '/category/research/', hue: 'violet', ...counts, current: false },
  ]
}

export const card = (changes: Partial<Card> = {}): Card => ({
  path: `/articles/${changes.slug ?? 'a-valve'}/`,
  slug: 'a-valve',
  title: 'A valve',
  excerpt: 'What a valve knows.',
  category,
  authors: [{ name: 'Ada Lovelace', path: '/author/ada-lovelace/' }],
  date: '2024-02-29',
  minutes: 4,
  cover: { src: '/art/insight/a-valve.svg', width: 640, height: 400, alt: '' },
  ...changes,
})

export const cards = (count: number): Card[] =>
  Array.from({ length: count }, (_, index) => card({ slug: `article-${index}`, title: `Article ${index}` }))

export const articleView = (changes: Partial<ArticleView> = {}): ArticleView => ({
  ...{ kind: 'article', path: '/articles/a-valve/', slug: 'a-valve', title: 'A valve', description: 'What it knows.' },
  category,
  authors: [{ name: 'Ada Lovelace', path: '/author/ada-lovelace/', mark: svg, bio: 'Writes about engines.' }],
  date: '2024-02-29',
  minutes: 4,
  cover: card().cover,
  art: svg,
  card: { src: '/cards/a-valve.jpg', width: 1200, height: 630, alt: 'A valve' },
  filter: filter(),
  html: '<p>It closes.</p>',
  headings: [],
  tags: [],
  related: [],
  ...changes,
})

export const headings = (count: number): ArticleView['headings'] =>
  Array.from({ length: count }, (_, index) => ({ id: `s-${index}`, text: `Section ${index}`, level: 2 }))

export const listView = (changes: Partial<ListView> = {}): ListView => ({
  ...{ kind: 'list', scope: 'category', path: '/category/insight/', title: 'Insight', name: 'Insight', hue: 'blue' },
  description: 'What changes.',
  filter: filter(3),
  cards: cards(3),
  ...changes,
})

export const frontView = (count: number): FrontView => {
  const [lead, ...others] = cards(count)
  return {
    ...{ kind: 'front', path: '/', title: 'Salt & Light', description: 'A magazine.', filter: filter(count) },
    ...(lead ? { lead, leadArt: svg, day: lead.date } : {}),
    seconds: others.slice(0, 2),
    latest: others.slice(2),
    rows: count ? [{ category, cards: cards(Math.min(3, count)) }] : [],
  }
}

export const notFoundView = (changes: Partial<NotFoundView> = {}): NotFoundView => ({
  ...{ kind: 'not-found', path: '/404.html', title: 'Not found', description: 'Nothing here.', filter: filter() },
  latest: cards(3),
  ...changes,
})

export const seriesView = (changes: Partial<SeriesView> = {}): SeriesView => ({
  ...{ kind: 'series', path: '/series/pipes/', title: 'Pipes', description: 'From its first part.', filter: filter() },
  cards: cards(3),
  ...changes,
})

export const archiveView = (years: ArchiveView['years']): ArchiveView => ({
  ...{ kind: 'archive', path: '/archive/', title: 'Archive', description: 'Every year.', filter: filter(), years },
})

export const aboutView = (changes: Partial<AboutView> = {}): AboutView => ({
  ...{ kind: 'about', path: '/about/', title: 'About us', description: 'A magazine.', filter: filter(), headings: [] },
  html: '<p>We write.</p>',
  staff: [],
  ...changes,
})

export const author = (changes: Partial<NonNullable<ListView['author']>> = {}): NonNullable<ListView['author']> => ({
  ...{ name: 'Ada Lovelace', slug: 'ada-lovelace', bio: 'Writes about engines.', links: [], mark: svg },
  ...changes,
})
