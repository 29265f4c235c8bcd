import { metadataOf } from '@/app/metadata'
import { articleView, listView } from '../components/some'

/** The picture of a page as a site that shows a link to it reads it from the head. */
function pictureOf(view: Parameters<typeof metadataOf>[0]) {
  const { openGraph, twitter, manifest } = metadataOf(view)
  return { images: openGraph?.images, kind: (twitter as { card?: string }).card, manifest }
}

describe('a page that is shared', () => {
  it('shows the card of its article, by its whole address', () => {
    const card = { src: '/cards/a-valve.0123456789ab.jpg', width: 1200, height: 630, alt: 'A valve · Sense & Act' }
    const { src, ...size } = card
    expect(pictureOf(articleView({ card }))).toMatchObject({
      images: [{ url: `https://sense-and-act.example${src}`, type: 'image/jpeg', ...size }],
      kind: 'summary_large_image',
    })
  })

  it('shows the card of the magazine where there is no article', () => {
    expect(pictureOf(listView())).toMatchObject({
      images: [
        {
          url: expect.stringMatching(/^https:\/\/sense-and-act\.example\/cards\/magazine\.[0-9a-f]{12}\.jpg$/),
          alt: expect.stringMatching(/^Sense & Act/),
          ...{ width: 1200, height: 630, type: 'image/jpeg' },
        },
      ],
      kind: 'summary_large_image',
    })
  })

  it('names the web app manifest', () => {
    expect(pictureOf(listView()).manifest).toBe('/manifest.webmanifest')
  })
})
