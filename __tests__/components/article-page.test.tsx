/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { ArticlePage } from '@/components/ArticlePage'
import { articleView, cards, headings } from './some'

const main = () => within(screen.getByRole('main'))
const page = (changes: Parameters<typeof articleView>[0] = {}) => render(<ArticlePage view={articleView(changes)} />)

describe('the page of an article', () => {
  it('has one first heading, its title', () => {
    page()
    expect(screen.getAllByRole('heading', { level: 1 }).map((one) => one.textContent)).toEqual(['A valve'])
  })

  it('names each author with the way to their page', () => {
    const people = ['Ada Lovelace', 'Grace Hopper'].map((name, index) => ({
      name,
      path: `/author/${index}/`,
      mark: '',
    }))
    page({ authors: people })
    const header = within(screen.getByRole('heading', { level: 1 }).closest('header') ?? document.body)
    for (const { name, path } of people) expect(header.getByRole('link', { name })).toHaveAttribute('href', path)
  })

  it('says its day, and the day of its last change', () => {
    const { container } = page({ updated: '2024-05-06' })
    const days = [...container.querySelectorAll('header time')].map((time) => [
      time.getAttribute('datetime'),
      time.textContent,
    ])
    expect(days).toEqual([
      ['2024-02-29', expect.stringMatching(/29 February 2024/)],
      ['2024-05-06', expect.stringMatching(/6 May 2024/)],
    ])
  })

  it.each([
    [0, false],
    [2, false],
    [3, true],
    [12, true],
  ])('with %i sections has a table of contents: %s', (count, expected) => {
    page({ headings: headings(count) })
    const tables = screen.queryAllByRole('navigation', { name: /in this article/i })
    expect(tables.length > 0).toBe(expected)
    for (const table of tables) {
      const links = within(table).getAllByRole('link')
      expect(links.map((link) => link.getAttribute('href'))).toEqual(headings(count).map(({ id }) => `#${id}`))
    }
  })

  it('leaves headings deeper than the third level out of the table of contents', () => {
    page({
      headings: [...headings(2), { id: 's-deep', text: 'Deep', level: 3 }, { id: 's-far', text: 'Far', level: 4 }],
    })
    expect(screen.getAllByRole('link', { name: 'Deep' }).length).toBeGreaterThan(0)
    expect(screen.queryByRole('link', { name: 'Far' })).toBeNull()
  })

  it('leads on to related articles under a heading of their own', () => {
    page({ related: cards(3) })
    const titles = main().getAllByRole('heading', { level: 3 })
    expect(titles.map(({ textContent }) => textContent)).toEqual(cards(3).map(({ title }) => title))
    expect(main().getAllByRole('heading', { level: 2 })).toHaveLength(1)
  })

  it('leads on to its neighbours', () => {
    page({ newer: { path: '/articles/new/', title: 'New' }, older: { path: '/articles/old/', title: 'Old' } })
    const steps = within(screen.getByRole('navigation', { name: /neighbour/i }))
    expect(steps.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/articles/old/',
      '/articles/new/',
    ])
  })

  it('has no empty places for what it does not have', () => {
    page()
    expect(screen.queryByRole('navigation', { name: /neighbour/i })).toBeNull()
    expect(main().queryByRole('list', { name: /tags/i })).toBeNull()
    expect(main().queryByRole('heading', { level: 2 })).toBeNull()
    expect(screen.queryByRole('figure')).toBeNull()
  })

  it('shows the parts of its series, its own without a link', () => {
    const part = (number: number) => ({ path: `/articles/${number}/`, title: `Part ${number}`, current: number === 2 })
    page({ series: { path: '/series/pipes/', title: 'Pipes', parts: [1, 2, 3].map(part) } })
    const series = within(screen.getByRole('navigation', { name: /pipes/i }))
    expect(series.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Part 1',
      'Part 2',
      'Part 3',
    ])
    expect(series.getAllByRole('link').map((link) => link.textContent)).toEqual(['Pipes', 'Part 1', 'Part 3'])
    expect(series.getByText('Part 2')).toHaveAttribute('aria-current')
  })

  it('links its tags and its category', () => {
    page({ tags: [{ name: 'Edge cases', path: '/tag/edge-cases/' }] })
    const tags = within(main().getByRole('list', { name: /tags/i }))
    expect(tags.getByRole('link', { name: /Edge cases/ })).toHaveAttribute('href', '/tag/edge-cases/')
    expect(main().getByRole('link', { name: 'Insight' })).toHaveAttribute('href', '/category/insight/')
  })

  it('shows its picture at once, with its credit', () => {
    const { art: _, ...view } = articleView({ credit: 'NASA' })
    render(<ArticlePage view={{ ...view, cover: { src: '/pictures/a.png', width: 8, height: 5, alt: 'A tap' } }} />)
    const figure = within(screen.getByRole('figure'))
    expect(figure.getByText('NASA')).toBeInTheDocument()
    const picture = figure.getByRole('img', { name: 'A tap' })
    expect(picture).toHaveAttribute('fetchpriority', 'high')
    expect(picture).not.toHaveAttribute('loading', 'lazy')
  })

  it('reads out nothing of the art drawn for it', () => {
    const { container } = page()
    for (const svg of container.querySelectorAll('main svg')) expect(svg.closest('[aria-hidden="true"]')).not.toBeNull()
  })
})
