/** @jest-environment jsdom */
import { render } from '@testing-library/react'
import { PageHead } from '@/app/page-head'
import type { View } from '@/lib/library/views'
import { articleView, hostile, listView, notFoundView } from '../components/some'

/** What the head says: the content of each meta, and the address of each link, by their names. */
function headOf(view: View): Record<string, string[]> {
  render(<PageHead view={view} />)
  const said: Record<string, string[]> = { title: [document.title] }
  const add = (name: string | null, value: string | null) => {
    said[name ?? ''] = [...(said[name ?? ''] ?? []), value ?? '']
  }
  for (const meta of document.head.querySelectorAll('meta'))
    add(meta.getAttribute('property') ?? meta.getAttribute('name'), meta.getAttribute('content'))
  for (const link of document.head.querySelectorAll('link')) add(link.getAttribute('rel'), link.getAttribute('href'))
  return said
}

const site = 'https://salt-and-light.example'

describe('the head of a page', () => {
  it('says whose page it is, what it is about and where it is found', () => {
    expect(headOf(listView({ title: 'Insight' }))).toMatchObject({
      title: ['Insight · Salt & Light'],
      canonical: [expect.stringMatching(/^https:\/\/salt-and-light\.example\//)],
      robots: ['index, follow, max-image-preview:large'],
      manifest: ['/manifest.webmanifest'],
      icon: ['/favicon.ico', '/favicon.svg'],
      'apple-touch-icon': ['/apple-touch-icon.png'],
      'og:type': ['website'],
      'og:locale': ['en_GB'],
    })
  })

  it('names the people, the days and the subjects of an article', () => {
    const authors = [
      { name: 'Ada Lovelace', path: '/author/ada-lovelace/', bio: '', mark: '' },
      { name: 'Grace Hopper', path: '/author/grace-hopper/', bio: '', mark: '' },
    ]
    const tags = [
      { name: 'Edge', path: '/tag/edge/' },
      { name: 'Valves', path: '/tag/valves/' },
    ]
    const addresses = [`${site}/author/ada-lovelace/`, `${site}/author/grace-hopper/`]
    expect(headOf(articleView({ authors, tags, date: '2024-02-29', updated: '2024-03-01' }))).toMatchObject({
      author: ['Ada Lovelace', 'Grace Hopper', ...addresses],
      'article:author': addresses,
      'article:tag': ['Edge', 'Valves'],
      'article:section': ['Insight'],
      'article:published_time': ['2024-02-29'],
      'article:modified_time': ['2024-03-01'],
      'og:type': ['article'],
    })
  })

  it('has no address where nothing was found', () => {
    const head = headOf(notFoundView())
    for (const name of ['canonical', 'alternate', 'og:url', 'robots']) expect(head[name]).toBeUndefined()
    expect(head.title?.[0]).toMatch(/Salt & Light$/)
  })

  it('holds any title as text', () => {
    const head = headOf(articleView({ title: hostile }))
    expect(head.title).toEqual([`${hostile} · Salt & Light`])
    expect(head['og:title']).toEqual([hostile])
    expect(document.querySelector('script, img')).toBeNull()
  })
})

describe('a page that is shared', () => {
  it('shows the card of its article, by its whole address', () => {
    const card = { src: '/cards/a-valve.0123456789ab.jpg', width: 1200, height: 630, alt: 'A valve · Salt & Light' }
    expect(headOf(articleView({ card }))).toMatchObject({
      'og:image': [site + card.src],
      'og:image:type': ['image/jpeg'],
      'og:image:width': ['1200'],
      'og:image:height': ['630'],
      'og:image:alt': [card.alt],
      'twitter:card': ['summary_large_image'],
      'twitter:image:alt': [card.alt],
    })
  })

  it('shows the card of the magazine where there is no article', () => {
    const { 'og:image': image, 'og:image:alt': alt } = headOf(listView())
    expect(image).toEqual([
      expect.stringMatching(/^https:\/\/salt-and-light\.example\/cards\/magazine\.[0-9a-f]{12}\.jpg$/),
    ])
    expect(alt).toEqual([expect.stringMatching(/^Salt & Light/)])
  })
})
