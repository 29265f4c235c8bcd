import { rfc3339 } from '../instants'
import { wholePicture } from '../media/picture/widths'
import { absolute, archivePath, frontPath, iconPath } from '../routes'
import { site } from '../site'
import { words } from '../words/words'
import type { ArticleView } from './article-view'
import type { ListView } from './list-view'
import type { View } from './views'

type Node = { '@type': string; [property: string]: unknown }
/** What a page says of itself in the words of schema.org. */
export type StructuredData = { '@context': 'https://schema.org'; '@graph': Node[] }

type Crumb = { title: string; path: string }

/** Names what https://developers.google.com/search/docs/appearance/structured-data asks for, as far as a page knows it. */
export function structuredData(view: View): StructuredData | undefined {
  const graph = nodesOf(view)
  return graph.length ? { '@context': 'https://schema.org', '@graph': graph } : undefined
}

function nodesOf(view: View): Node[] {
  switch (view.kind) {
    case 'front':
      return [publisher(), { ...website(), description: site.description, publisher: { '@id': publisherId() } }]
    case 'article':
      return [article(view), breadcrumbs([{ title: view.category.name, path: view.category.path }, view])]
    case 'list':
      return [...(view.scope === 'author' && !view.span ? [profile(view)] : []), breadcrumbs(crumbsOf(view))]
    case 'not-found':
      return []
    default:
      return [breadcrumbs([view])]
  }
}

function article(view: ArticleView): Node {
  const { path, title, description, date, updated, authors, category, tags, art, cover, card, series, minutes } = view
  const address = view.canonicalUrl ?? absolute(path)
  return {
    '@type': 'Article',
    '@id': `${absolute(path)}#article`,
    mainEntityOfPage: address,
    url: address,
    headline: title,
    description,
    image: [...(art ? [] : [wholePicture(cover)]), card.src].map(absolute),
    datePublished: rfc3339(date),
    dateModified: rfc3339(updated ?? date),
    author: authors.map(({ name, path }) => ({ '@type': 'Person', '@id': personId(path), name, url: absolute(path) })),
    publisher: publisher(),
    articleSection: category.name,
    ...(tags.length ? { keywords: tags.map(({ name }) => name) } : {}),
    timeRequired: `PT${minutes}M`,
    inLanguage: site.language,
    isPartOf: [
      website(),
      ...(series ? [{ '@type': 'CreativeWorkSeries', name: series.title, url: absolute(series.path) }] : []),
    ],
  }
}

function profile({ path, author, name }: ListView): Node {
  const links = author?.links.map(({ url }) => url) ?? []
  return {
    '@type': 'ProfilePage',
    url: absolute(path),
    mainEntity: {
      '@type': 'Person',
      '@id': personId(path),
      name,
      url: absolute(path),
      ...(author?.bio ? { description: author.bio } : {}),
      ...(author?.picture ? { image: absolute(author.picture) } : {}),
      ...(links.length ? { sameAs: links } : {}),
    },
  }
}

const personId = (path: string) => `${absolute(path)}#person`

const crumbsOf = (view: ListView): Crumb[] =>
  view.scope === 'year' ? [{ title: words.archive, path: archivePath() }, view] : [view]

function breadcrumbs(crumbs: Crumb[]): Node {
  const all = [{ title: site.name, path: frontPath() }, ...crumbs]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ title, path }, index) => ({
      ...{ '@type': 'ListItem', position: index + 1, name: title, item: absolute(path) },
    })),
  }
}

const publisherId = () => `${absolute(frontPath())}#publisher`

function publisher(): Node {
  const logo = { '@type': 'ImageObject', url: absolute(iconPath('icon-512.png')), width: 512, height: 512 }
  return { '@type': 'Organization', '@id': publisherId(), name: site.name, url: absolute(frontPath()), logo }
}

function website(): Node {
  const address = absolute(frontPath())
  return { '@type': 'WebSite', '@id': `${address}#website`, name: site.name, url: address, inLanguage: site.language }
}
