import { rfc822 } from '../instants'
import { site } from '../site'
import { type Feed, type FeedItem, lastChange } from './feed'
import { element, emptyElement, escapeText, textElement, xmlDocument } from './xml'

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** RSS 2.0, with the habits of the RSS Advisory Board's best practices profile. */
export function rss(feed: Feed): string {
  const changed = lastChange(feed)
  const channel = element('channel', [
    textElement('title', feed.title),
    textElement('link', feed.home),
    textElement('description', feed.description),
    textElement('language', site.language.toLowerCase()),
    ...(changed ? [textElement('lastBuildDate', rfc822(changed))] : []),
    emptyElement('atom:link', { href: feed.address, rel: 'self', type: 'application/rss+xml' }),
    ...feed.items.map(item),
  ])
  return xmlDocument(element('rss', [channel], { version: '2.0', ...namespaces }))
}

function item({ address, title, excerpt, date, authors, categories, image, content }: FeedItem): string {
  return element('item', [
    textElement('title', title),
    textElement('link', address),
    textElement('guid', address, { isPermaLink: 'true' }),
    textElement('pubDate', rfc822(date)),
    ...authors.map(({ name }) => textElement('dc:creator', name)),
    ...categories.map((category) => textElement('category', category)),
    // Readers take this one for HTML, so plain words are escaped as HTML first.
    textElement('description', escapeText(excerpt)),
    emptyElement('media:content', { url: image.address, medium: 'image', type: image.type, ...size(image) }),
    textElement('content:encoded', content()),
  ])
}

const size = ({ width, height }: FeedItem['image']) => ({ width, height })
