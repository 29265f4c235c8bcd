import { rfc3339 } from '../instants'
import { absolute, frontPath } from '../routes'
import { site } from '../site'
import { type Feed, type FeedItem, lastChange } from './feed'
import { element, emptyElement, textElement, xmlDocument } from './xml'

const namespaces = { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:media': 'http://search.yahoo.com/mrss/' }

/** Atom, as RFC 4287 has it. */
export function atom(feed: Feed): string {
  // Atom wants a day even where there is nothing yet, and no clock may tell one.
  const changed = lastChange(feed) ?? `${site.since ?? 1970}-01-01`
  const children = [
    textElement('id', feed.address),
    textElement('title', feed.title),
    textElement('subtitle', feed.description),
    textElement('updated', rfc3339(changed)),
    emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: feed.address }),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
    person({ name: site.name, address: absolute(frontPath()) }),
    ...feed.items.map(entry),
  ]
  return xmlDocument(element('feed', children, { ...namespaces, 'xml:lang': site.language }))
}

function entry({ address, title, excerpt, date, updated, authors, categories, image, content }: FeedItem): string {
  return element('entry', [
    textElement('id', address),
    textElement('title', title),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: address }),
    textElement('published', rfc3339(date)),
    textElement('updated', rfc3339(updated ?? date)),
    ...authors.map(person),
    ...categories.map((term) => emptyElement('category', { term })),
    textElement('summary', excerpt),
    emptyElement('media:thumbnail', { url: image.address, width: image.width, height: image.height }),
    textElement('content', content(), { type: 'html' }),
  ])
}

const person = ({ name, address }: FeedItem['authors'][number]) =>
  element('author', [textElement('name', name), textElement('uri', address)])
