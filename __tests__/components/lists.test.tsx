/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { ArticleCard } from '@/components/ArticleCard'
import { ArticleList } from '@/components/ArticleList'
import { CategoryFilter } from '@/components/CategoryFilter'
import { ListPage } from '@/components/ListPage'
import { Pager } from '@/components/Pager'
import { author, card, cards, filter, listView } from './some'

describe('the card of an article', () => {
  it('names it in a heading that leads to it', () => {
    render(<ArticleCard article={card()} level={2} />)
    const title = within(screen.getByRole('heading', { level: 2 })).getByRole('link', { name: 'A valve' })
    expect(title).toHaveAttribute('href', '/articles/a-valve/')
  })

  it('says in which category, by whom, on which day and how long it is', () => {
    const { container } = render(
      <ArticleCard
        article={card({ authors: ['Ada', 'Grace'].map((name) => ({ name, path: `/author/${name}/` })) })}
        level={2}
      />,
    )
    expect(screen.getByRole('link', { name: 'Insight' })).toHaveAttribute('href', '/category/insight/')
    expect(container.querySelector('time')).toHaveAttribute('datetime', '2024-02-29')
    expect(container).toHaveTextContent(/Ada, Grace/)
    expect(container).toHaveTextContent(/4 min/)
    expect(container).toHaveTextContent('What a valve knows.')
  })

  it('keeps the room of its picture, and reads out what it shows', () => {
    render(
      <ArticleCard
        article={card({ cover: { src: '/pictures/a.png', width: 8, height: 5, alt: 'A tap' } })}
        level={2}
      />,
    )
    const picture = screen.getByRole('img', { name: 'A tap' })
    expect(picture).toHaveAttribute('width', '8')
    expect(picture).toHaveAttribute('height', '5')
  })

  it('reads nothing out for a picture that only decorates', () => {
    render(<ArticleCard article={card()} level={2} />)
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('stands one level deeper where a heading stands above the list', () => {
    render(<ArticleCard article={card()} level={3} />)
    expect(screen.getByRole('heading', { level: 3, name: 'A valve' })).toBeInTheDocument()
  })
})

describe('a list of articles', () => {
  it('shows each in the order given', () => {
    render(<ArticleList articles={cards(4)} />)
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(
      cards(4).map(({ title }) => title),
    )
    expect(screen.getAllByRole('listitem')).toHaveLength(4)
  })

  it.each([
    [true, 'OL'],
    [false, 'UL'],
  ])('tells a screen reader whether its order counts (%s)', (ordered, tag) => {
    render(<ArticleList articles={cards(2)} ordered={ordered} />)
    expect(screen.getByRole('list').tagName).toBe(tag)
  })
})

describe('the category filter', () => {
  it('is a row of links, the current one marked', () => {
    render(<CategoryFilter items={filter()} />)
    const nav = screen.getByRole('navigation', { name: /categories/i })
    const links = within(nav).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(filter().map(({ path }) => path))
    const current = links.filter((link) => link.hasAttribute('aria-current'))
    expect(current.map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([['Insight', 'page']])
  })

  it.each([
    [0, 'Research 0 articles'],
    [1, 'Research 1 article'],
    [12, 'Research 12 articles'],
  ])('reads a count of %i out with what is counted', (count, name) => {
    render(<CategoryFilter items={filter(count)} />)
    const link = screen.getByRole('link', { name: /^Research/ })
    expect(link).toHaveAccessibleName(expect.stringMatching(new RegExp(name.replaceAll(' ', '\\s*'))))
  })

  it('says no number where none is given', () => {
    render(<CategoryFilter items={filter()} />)
    for (const link of screen.getAllByRole('link')) expect(link).not.toHaveTextContent(/\d/)
  })
})

describe('the page of a list', () => {
  it('has one first heading, its articles, and no way on while there is none', () => {
    render(<ListPage view={listView()} />)
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    expect(screen.getByRole('heading', { level: 1, name: 'Insight' })).toBeInTheDocument()
    expect(screen.getAllByRole('article')).toHaveLength(3)
    expect(screen.queryByRole('navigation', { name: /more/i })).toBeNull()
  })

  it('has its feed one touch away, if it has one, and that of the site at its foot', () => {
    const { rerender } = render(<ListPage view={listView({ feed: '/category/insight/feed.xml' })} />)
    const feed = () => screen.queryByRole('link', { name: 'RSS feed of Insight' })
    expect(feed()).toHaveAttribute('href', '/category/insight/feed.xml')
    expect(screen.getByRole('link', { name: 'RSS' })).toHaveAttribute('href', '/feed.xml')
    rerender(<ListPage view={listView()} />)
    expect(feed()).toBeNull()
    rerender(<ListPage view={listView({ scope: 'author', author: author(), feed: '/author/ada-lovelace/feed.xml' })} />)
    expect(screen.getByRole('link', { name: 'RSS feed of Ada Lovelace' })).toBeInTheDocument()
  })

  it('says in words that nothing is published in it yet', () => {
    render(<ListPage view={listView({ cards: [] })} />)
    expect(screen.queryByRole('article')).toBeNull()
    expect(screen.getByRole('main')).toHaveTextContent(/nothing/i)
  })

  it('shows the days of a numbered page', () => {
    render(<ListPage view={listView({ span: '1 May 2024 to 9 June 2024' })} />)
    expect(screen.getByRole('main')).toHaveTextContent('1 May 2024 to 9 June 2024')
  })

  it('introduces an author by name, words and links, and by a picture if there is one', () => {
    const links = [{ label: 'Notes', url: 'https://notes.example/' }]
    const { container } = render(
      <ListPage view={listView({ scope: 'author', author: author({ links, picture: '/pictures/ada.png' }) })} />,
    )
    expect(screen.getAllByRole('heading', { level: 1 }).map((one) => one.textContent)).toEqual(['Ada Lovelace'])
    expect(screen.getByText('Writes about engines.')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Notes' })).toHaveAttribute('href', 'https://notes.example/')
    expect(container.querySelector('img[src="/pictures/ada.png"]')).toBeInTheDocument()
  })

  it('draws a mark for an author without a picture, and leaves out what is not known', () => {
    const { bio: _, ...rest } = author()
    const { container } = render(<ListPage view={listView({ scope: 'author', author: rest, cards: [] })} />)
    expect(container.querySelector('main img')).toBeNull()
    expect(container.querySelector('main header svg')).toBeInTheDocument()
    expect(within(screen.getByRole('main')).queryByRole('link', { name: /notes/i })).toBeNull()
  })
})

describe('the way to the neighbouring pages', () => {
  it('is named by the days they reach, never by a number', () => {
    render(
      <Pager
        newer={{ path: '/articles/', from: '2024-06-01' }}
        older={{ path: '/articles/page/7/', from: '2024-01-02', to: '2024-03-04' }}
      />,
    )
    const newer = screen.getByRole('link', { name: /newer/i })
    const older = screen.getByRole('link', { name: /older/i })
    expect(newer).toHaveAttribute('href', '/articles/')
    expect(newer).toHaveTextContent(/1 June 2024/)
    expect(older).toHaveAttribute('href', '/articles/page/7/')
    expect(older).toHaveTextContent(/2 January 2024.*4 March 2024/)
    expect(older).not.toHaveTextContent(/\b7\b/)
  })

  it('is not there at all without neighbours', () => {
    const { container } = render(<Pager />)
    expect(container).toBeEmptyDOMElement()
  })
})
