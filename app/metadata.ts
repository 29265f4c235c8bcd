import type { Metadata } from 'next'
import type { View } from '@/lib/library/views'
import { absolute, iconPath } from '@/lib/routes'
import { site } from '@/lib/site'

/** What the head of any page says about it. Addresses are whole, so that the site's own path is in them once. */
export function metadataOf(view: View): Metadata {
  const { path, title, description } = view
  const isFront = view.kind === 'front'
  return {
    title: isFront ? `${site.name}: ${site.tagline}` : `${title} · ${site.name}`,
    description,
    icons: {
      icon: [
        { url: iconPath('favicon.ico'), sizes: '32x32' },
        { url: iconPath('favicon.svg'), type: 'image/svg+xml' },
      ],
      apple: iconPath('apple-touch-icon.png'),
    },
    ...(view.kind === 'not-found' ? {} : { alternates: { canonical: canonicalOf(view) } }),
    openGraph: {
      siteName: site.name,
      locale: site.language.replace('-', '_'),
      title,
      description,
      url: absolute(path),
      ...openGraphOf(view),
    },
    twitter: { card: 'summary' },
    ...(view.kind === 'article'
      ? { authors: view.authors.map(({ name, path }) => ({ name, url: absolute(path) })) }
      : {}),
  }
}

const canonicalOf = (view: View) =>
  view.kind === 'article' && view.canonicalUrl ? view.canonicalUrl : absolute(view.path)

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
