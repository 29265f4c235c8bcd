import type { Metadata } from 'next'
import type { View } from '@/lib/library/views'
import { cardImage, magazineCard } from '@/lib/media/card/social-card'
import { absolute, iconPath, manifestPath } from '@/lib/routes'
import { site } from '@/lib/site'
import { alternatesOf } from './alternates'

/** What the head of any page says about it. Addresses are whole, so that the site's own path is in them once. */
export function metadataOf(view: View): Metadata {
  const { path, title, description } = view
  const isFront = view.kind === 'front'
  return {
    title: isFront ? `${site.name}: ${site.tagline}` : title.includes(site.name) ? title : `${title} · ${site.name}`,
    description,
    icons: {
      icon: [
        { url: iconPath('favicon.ico'), sizes: '32x32' },
        { url: iconPath('favicon.svg'), type: 'image/svg+xml' },
      ],
      apple: iconPath('apple-touch-icon.png'),
    },
    manifest: manifestPath(),
    ...(view.kind === 'not-found'
      ? {}
      : {
          alternates: alternatesOf(view),
          robots: { index: true, follow: true, 'max-image-preview': 'large' as const },
        }),
    openGraph: {
      siteName: site.name,
      locale: site.language.replace('-', '_'),
      title,
      description,
      ...(view.kind === 'not-found' ? {} : { url: absolute(path) }),
      images: [pictureOf(view)],
      ...openGraphOf(view),
    },
    twitter: { card: 'summary_large_image' },
    ...(view.kind === 'article'
      ? { authors: view.authors.map(({ name, path }) => ({ name, url: absolute(path) })) }
      : {}),
  }
}

function pictureOf(view: View) {
  const { src, ...picture } = view.kind === 'article' ? view.card : cardImage(magazineCard)
  return { url: absolute(src), type: 'image/jpeg', ...picture }
}

function openGraphOf(view: View): Metadata['openGraph'] {
  if (view.kind !== 'article') return { type: 'website' }
  return {
    type: 'article',
    publishedTime: view.date,
    ...(view.updated ? { modifiedTime: view.updated } : {}),
    authors: view.authors.map(({ path }) => absolute(path)),
    section: view.category.name,
    tags: view.tags.map(({ name }) => name),
  }
}
