/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { render, screen } from '@testing-library/react'
import { ArticleCard } from '@/components/ArticleCard'
import { CoverPicture, type CoverPlace } from '@/components/CoverPicture'
import { LeadArticle } from '@/components/LeadArticle'
import type { Cover } from '@/lib/library/card'
import { card } from './some'

const candidates = (ending: string) =>
  [320, 640, 960, 1280, 1600].map((width) => ({ src: `/pictures/tap-${width}.${ending}`, width }))
const cover = (changes: Partial<Cover> = {}): Cover => ({
  ...{ src: '/pictures/tap-960.webp', width: 1600, height: 1000, alt: 'A tap' },
  ...{ avif: candidates('avif'), webp: candidates('webp') },
  ...changes,
})
const shown = (place: CoverPlace, changes: Partial<Cover> = {}) => {
  const { container } = render(<CoverPicture cover={cover(changes)} slug="a" place={place} />)
  const [source, image] = [container.querySelector('source'), screen.getByRole('img')]
  return { source, image, sizes: image.getAttribute('sizes') }
}

describe('the picture of an article', () => {
  it('leaves each browser the choice of form and width, and its room to the page', () => {
    const { source, image } = shown('article')
    expect(source).toHaveAttribute('type', 'image/avif')
    expect(source?.getAttribute('srcset')).toMatch(/^\/pictures\/tap-320\.avif 320w, .*tap-1600\.avif 1600w$/)
    expect(image.getAttribute('srcset')).toMatch(/^\/pictures\/tap-320\.webp 320w, .*tap-1600\.webp 1600w$/)
    expect(source?.getAttribute('sizes')).toBe(image.getAttribute('sizes'))
    for (const [name, value] of Object.entries({ src: '/pictures/tap-960.webp', width: '1600', height: '1000' }))
      expect(image).toHaveAttribute(name, value)
  })

  test.each<[CoverPlace, RegExp]>([
    ['article', /^\(min-width: 78rem\) 72rem, calc\(93\.6vw - 0\.8rem\)$/],
    [
      'lead',
      /^\(min-width: 78rem\) 43\.8rem, \(min-width: 62rem\) calc\(58\.2vw - 1\.5rem\), calc\(93\.6vw - 0\.8rem\)$/,
    ],
    ['second', /^\(min-width: 78rem\) 25\.5rem, .*, \(min-width: 36rem\) calc\(46vw - 1\.2rem\), calc\(93\.6vw/],
    ['card', /^\(min-width: 43\.6rem\) 9\.5rem, 6\.5rem$/],
  ])('says how wide it is in a place for the %s', (place, sizes) => {
    expect(shown(place).sizes).toMatch(sizes)
  })

  it('is wider than its frame where a large frame cuts its ends off', () => {
    expect(shown('lead', { height: 500 }).sizes).toMatch(
      /^\(min-width: 78rem\) calc\(2\.00 \* \(43\.8rem\)\), .*, calc\(2\.00/,
    )
  })

  test.each<[CoverPlace, number]>([
    ['lead', 3000],
    ['article', 300],
    ['card', 300],
  ])('is no wider than its frame in a place for the %s when it is %i high', (place, height) => {
    expect(shown(place, { height }).sizes).not.toContain('*')
  })

  it('offers a list no file that no screen would take there', () => {
    expect(shown('card').image.getAttribute('srcset')).toBe('/pictures/tap-320.webp 320w, /pictures/tap-640.webp 640w')
  })

  it('offers the only file it has', () => {
    const [webp, avif] = ['webp', 'avif'].map((ending) => [{ src: `/pictures/tap-700.${ending}`, width: 700 }])
    expect(shown('card', { webp, avif }).image).toHaveAttribute('srcset', '/pictures/tap-700.webp 700w')
  })

  it('is asked for first where it opens the page, and else when it comes near', () => {
    render(<LeadArticle article={card({ cover: cover({ alt: 'first' }) })} size="lead" />)
    render(<LeadArticle article={card({ cover: cover({ alt: 'second' }) })} size="second" />)
    render(<ArticleCard article={card({ cover: cover({ alt: 'third' }) })} level={2} />)
    expect(screen.getByRole('img', { name: 'first' })).toHaveAttribute('fetchpriority', 'high')
    expect(screen.getByRole('img', { name: 'first' })).not.toHaveAttribute('loading')
    for (const name of ['second', 'third']) {
      expect(screen.getByRole('img', { name })).toHaveAttribute('loading', 'lazy')
      expect(screen.getByRole('img', { name })).not.toHaveAttribute('fetchpriority')
    }
  })

  it('is one plain picture where it is drawn, or moves', () => {
    const { container } = render(<ArticleCard article={card()} level={2} />)
    expect(container.querySelector('picture, source, [srcset], [sizes]')).toBeNull()
  })
})
