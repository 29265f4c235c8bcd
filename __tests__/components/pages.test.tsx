/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { AboutPage } from '@/components/AboutPage'
import { ArchivePage } from '@/components/ArchivePage'
import { ArticlePage } from '@/components/ArticlePage'
import { FrontPage } from '@/components/FrontPage'
import { ListPage } from '@/components/ListPage'
import { NotFoundPage } from '@/components/NotFoundPage'
import { SeriesPage } from '@/components/SeriesPage'
import * as some from './some'

const years = [
  { year: '2024', path: '/archive/2024/', count: 3, newest: some.cards(2) },
  { year: '2023', path: '/archive/2023/', count: 1, newest: some.cards(1) },
]

const pages: [string, ReactElement][] = [
  [
    'an article',
    <ArticlePage key="1" view={some.articleView({ related: some.cards(3), headings: some.headings(4) })} />,
  ],
  ['a list', <ListPage key="2" view={some.listView()} />],
  ['an empty list', <ListPage key="3" view={some.listView({ cards: [] })} />],
  ['an author', <ListPage key="4" view={some.listView({ scope: 'author', author: some.author() })} />],
  ['the front', <FrontPage key="5" view={some.frontView(12)} />],
  ['an empty front', <FrontPage key="6" view={some.frontView(0)} />],
  ['what is not found', <NotFoundPage key="7" view={some.notFoundView()} />],
  ['a series', <SeriesPage key="8" view={some.seriesView()} />],
  ['the archive', <ArchivePage key="9" view={some.archiveView(years)} />],
  ['an empty archive', <ArchivePage key="10" view={some.archiveView([])} />],
  [
    'what we are',
    <AboutPage key="11" view={some.aboutView({ staff: [{ ...some.author(), path: '/author/ada-lovelace/' }] })} />,
  ],
]

describe('the page of', () => {
  test.each(pages)('%s has one first heading, and skips no level', (_, page) => {
    render(page)
    const levels = screen.getAllByRole('heading').map(({ tagName }) => Number(tagName.slice(1)))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.slice(1).entries()) expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1)
  })

  test.each(pages)('%s has one main part, which the first link of the page skips to', (_, page) => {
    render(page)
    const [skip] = screen.getAllByRole('link')
    expect(skip).toHaveAttribute('href', `#${screen.getByRole('main').id}`)
  })

  test.each(pages)('%s gives no id twice, names every navigation, and sets no style of its own', (_, page) => {
    const { container } = render(page)
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const nav of screen.getAllByRole('navigation')) expect(nav).toHaveAccessibleName()
    expect(container.querySelector('[style]')).toBeNull()
    expect(container.querySelector('script')).toBeNull()
  })
})

describe('the front page', () => {
  test.each([0, 1, 2, 5])('of %i articles shows each above the rows, and no empty heading', (count) => {
    render(<FrontPage view={some.frontView(count)} />)
    const articles = screen.queryAllByRole('article')
    expect(articles).toHaveLength(count)
    for (const [index, article] of articles.entries())
      expect(within(article).getByRole('link', { name: `Article ${index}` })).toHaveAttribute(
        'href',
        `/articles/article-${index}/`,
      )
    for (const section of document.querySelectorAll('section'))
      expect(within(section).getAllByRole('link').length).toBeGreaterThan(1)
  })

  it('says in words that nothing is published yet', () => {
    render(<FrontPage view={some.frontView(0)} />)
    expect(screen.getByRole('main')).toHaveTextContent(/nothing/i)
  })

  it('carries the day of its newest article', () => {
    const { container } = render(<FrontPage view={some.frontView(1)} />)
    expect(container.querySelector('header time')).toHaveAttribute('datetime', '2024-02-29')
  })

  it('links all articles only where there are more than it shows', () => {
    const { unmount } = render(<FrontPage view={some.frontView(6)} />)
    const ways = () => within(screen.getByRole('main')).queryAllByRole('link', { name: /all articles/i })
    expect(ways()).toEqual([])
    unmount()
    render(<FrontPage view={{ ...some.frontView(6), allPath: '/articles/' }} />)
    expect(ways().map((link) => link.getAttribute('href'))).toEqual(['/articles/'])
  })
})

describe('the archive', () => {
  it('leads to each year, and says how many there are where not all are named', () => {
    render(<ArchivePage view={some.archiveView(years)} />)
    const main = within(screen.getByRole('main'))
    expect(main.getByRole('link', { name: '2024' })).toHaveAttribute('href', '/archive/2024/')
    expect(main.getByRole('link', { name: /3.*2024/ })).toHaveAttribute('href', '/archive/2024/')
    expect(main.queryByRole('link', { name: /1.*2023/ })).toBeNull()
  })
})

describe('the page of what is not found', () => {
  it('leads on to the front page and to the latest articles', () => {
    render(<NotFoundPage view={some.notFoundView()} />)
    const main = within(screen.getByRole('main'))
    expect(main.getByRole('link', { name: /front/i })).toHaveAttribute('href', '/')
    expect(main.getAllByRole('article')).toHaveLength(3)
  })

  it('stands while nothing is published', () => {
    render(<NotFoundPage view={some.notFoundView({ latest: [] })} />)
    expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([])
  })
})

describe('hostile words', () => {
  const { hostile } = some
  const evil = some.card({ title: hostile, excerpt: hostile, authors: [{ name: hostile, path: '/author/x/' }] })
  const step = { path: '/articles/x/', title: hostile }
  const article = some.articleView({
    ...{ title: hostile, description: hostile, related: [evil], newer: step, older: step },
    authors: [{ name: hostile, bio: hostile, path: '/author/x/', mark: '' }],
    tags: [{ name: hostile, path: '/tag/x/' }],
    series: { ...step, parts: [{ ...step, current: true }] },
    headings: [1, 2, 3].map((number) => ({ id: `s-${number}`, text: hostile, level: 2 as const })),
  })
  const person = some.author({ name: hostile, bio: hostile, links: [{ label: hostile, url: 'https://x.example/' }] })
  const stage: [string, ReactElement][] = [
    ['an article', <ArticlePage key="1" view={article} />],
    ['a list', <ListPage key="2" view={some.listView({ name: hostile, description: hostile, cards: [evil] })} />],
    ['an author', <ListPage key="3" view={some.listView({ scope: 'author', author: person })} />],
    [
      'the front',
      <FrontPage key="4" view={{ ...some.frontView(1), lead: evil, seconds: [{ ...evil, path: '/y/' }] }} />,
    ],
    ['a series', <SeriesPage key="5" view={some.seriesView({ title: hostile, cards: [evil] })} />],
  ]

  test.each(stage)('stay text on the page of %s', (_, page) => {
    const { container } = render(page)
    expect(container.querySelector('script, img[onerror], [onload], [onerror]')).toBeNull()
    expect(container.querySelector('img[src="x"]')).toBeNull()
    expect(container).toHaveTextContent('<script>alert(1)</script>')
  })
})
