import { Parser } from 'htmlparser2'
import { all, readXml, textOf, type XmlElement } from './read-xml'

// What each format demands, as its document says it. Each function returns what is wrong, and nothing when all is right.

/** One fault for each rule that does not hold. */
const broken = (rules: [rule: string, holds: boolean][]) => rules.flatMap(([rule, holds]) => (holds ? [] : [rule]))

const isAddress = (text: unknown) =>
  typeof text === 'string' && /^https?:\/\/[^\s/]+\//.test(text) && URL.canParse(text)
const isOnce = (element: XmlElement, name: string) => all(element, name).length === 1 && !!textOf(element, name)?.trim()
const isUnique = (values: unknown[]) => new Set(values).size === values.length

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const mailDate = /^([A-Z][a-z]{2}), (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) [+-]\d{4}$/
const internetDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/

/** RFC 822 with the four digits of RFC 2822; the day of the week has to be the right one. */
function isMailDate(text = ''): boolean {
  const [, weekday, day, month, year] = mailDate.exec(text) ?? []
  if (!weekday || Number.isNaN(Date.parse(text))) return false
  return days[new Date(`${day} ${month} ${year} 12:00:00 GMT`).getUTCDay()] === weekday
}
const isInternetDate = (text: unknown) =>
  typeof text === 'string' && internetDate.test(text) && !Number.isNaN(Date.parse(text))

const inItem = [
  'title',
  'link',
  'description',
  'author',
  'category',
  'comments',
  'enclosure',
  'guid',
  'pubDate',
  'source',
]
const namespaces: Record<string, string> = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
}
const isKnown = (names: string[]) => (element: XmlElement) => {
  const [prefix, local] = element.name.split(':')
  return local === undefined ? names.includes(element.name) : namespaces[prefix ?? ''] === element.uri
}

/** https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile */
export function rssFaults(text: string, address: string): string[] {
  const rss = readXml(text)
  const [channel] = all(rss, 'channel')
  if (rss.name !== 'rss' || !channel) return ['no channel']
  const items = all(channel, 'item')
  const links = all(channel, 'atom:link')
  return [
    ...broken([
      ['version 2.0', rss.attributes.version === '2.0' && rss.children.length === 1],
      ['title, link and description', ['title', 'link', 'description'].every((name) => isOnce(channel, name))],
      ['a whole link', isAddress(textOf(channel, 'link'))],
      ['a language', /^[a-z]{2,3}(?:-[a-z0-9]+)*$/.test(textOf(channel, 'language') ?? '')],
      ['lastBuildDate', !all(channel, 'lastBuildDate').length || isMailDate(textOf(channel, 'lastBuildDate'))],
      [
        'its own address',
        links.length === 1 && links[0]?.attributes.rel === 'self' && links[0].attributes.href === address,
      ],
      ['the type of its own address', links[0]?.attributes.type === 'application/rss+xml'],
      ['different guids', isUnique(items.map((item) => textOf(item, 'guid')))],
      ['20 items', items.length <= 20],
    ]),
    ...items.flatMap((item) =>
      broken([
        ['only what RSS and namespaces know', item.children.every(isKnown(inItem))],
        ['title, link, guid and pubDate', ['title', 'link', 'guid', 'pubDate'].every((name) => isOnce(item, name))],
        ['one description and one content', ['description', 'content:encoded'].every((name) => isOnce(item, name))],
        [
          'a permanent guid',
          isAddress(textOf(item, 'guid')) && all(item, 'guid')[0]?.attributes.isPermaLink === 'true',
        ],
        ['a whole link', isAddress(textOf(item, 'link'))],
        ['pubDate', isMailDate(textOf(item, 'pubDate'))],
        ['a creator', all(item, 'dc:creator').every(({ text }) => text.trim() !== '')],
        ['whole pictures', all(item, 'media:content').every(({ attributes }) => isAddress(attributes.url))],
      ]),
    ),
  ]
}

/** RFC 4287. */
export function atomFaults(text: string, address: string): string[] {
  const feed = readXml(text)
  const entries = all(feed, 'entry')
  const linksOf = (element: XmlElement, rel: string) =>
    all(element, 'link').filter(({ attributes }) => attributes.rel === rel)
  const persons = (element: XmlElement) => all(element, 'author')
  return [
    ...broken([
      ['a feed', feed.name === 'feed' && feed.uri === namespaces.atom],
      ['one id, title and updated', ['id', 'title', 'updated'].every((name) => isOnce(feed, name))],
      ['a whole id', isAddress(textOf(feed, 'id'))],
      ['updated', isInternetDate(textOf(feed, 'updated'))],
      [
        'its own address',
        linksOf(feed, 'self')
          .map(({ attributes }) => attributes.href)
          .join() === address,
      ],
      ['a page', linksOf(feed, 'alternate').length === 1],
      ['an author', persons(feed).length === 1],
      ['a language', !!feed.attributes['xml:lang']],
      ['different ids', isUnique(entries.map((entry) => textOf(entry, 'id')))],
      ['20 entries', entries.length <= 20],
      [
        'updated with the last of them',
        entries.every(
          (entry) => Date.parse(textOf(entry, 'updated') ?? '') <= Date.parse(textOf(feed, 'updated') ?? ''),
        ),
      ],
    ]),
    ...entries.flatMap((entry) =>
      broken([
        ['one id, title, updated', ['id', 'title', 'updated'].every((name) => isOnce(entry, name))],
        ['one published, summary, content', ['published', 'summary', 'content'].every((name) => isOnce(entry, name))],
        ['a whole id', isAddress(textOf(entry, 'id'))],
        ['dates', isInternetDate(textOf(entry, 'updated')) && isInternetDate(textOf(entry, 'published'))],
        ['one page', linksOf(entry, 'alternate').length === 1 && isAddress(all(entry, 'link')[0]?.attributes.href)],
        ['authors with names', persons(entry).length > 0 && persons(entry).every((person) => isOnce(person, 'name'))],
        ['authors with addresses', persons(entry).every((person) => isAddress(textOf(person, 'uri')))],
        ['content as HTML', all(entry, 'content')[0]?.attributes.type === 'html'],
        ['categories with terms', all(entry, 'category').every(({ attributes }) => !!attributes.term)],
      ]),
    ),
  ]
}

export type JsonItem = Record<string, unknown> & { id: string; title: string; content_html: string }
type JsonAuthor = { name?: string; url?: string }

/** https://www.jsonfeed.org/version/1.1/ */
export function jsonFeedFaults(text: string, address: string): string[] {
  const feed = JSON.parse(text) as Record<string, unknown> & { items: JsonItem[] }
  const areAuthors = (authors: unknown) =>
    Array.isArray(authors) && authors.every(({ name, url }: JsonAuthor) => !!name && isAddress(url))
  return [
    ...broken([
      ['its version, first', text.replace(/\s/g, '').startsWith('{"version":"https://jsonfeed.org/version/1.1"')],
      ['a title', typeof feed.title === 'string' && feed.title !== ''],
      ['its own address', feed.feed_url === address],
      ['a page', isAddress(feed.home_page_url)],
      ['whole icons', [feed.icon, feed.favicon].every((icon) => icon === undefined || isAddress(icon))],
      ['authors', areAuthors(feed.authors)],
      ['nothing of version 1.0', feed.author === undefined],
      ['a language', typeof feed.language === 'string'],
      ['items', Array.isArray(feed.items) && feed.items.length <= 20],
      ['different ids', isUnique(feed.items.map(({ id }) => id))],
    ]),
    ...feed.items.flatMap((item) =>
      broken([
        ['a whole id', isAddress(item.id)],
        ['its address', isAddress(item.url)],
        ['content', typeof item.content_html === 'string' && item.content_html !== ''],
        ['title and summary', typeof item.title === 'string' && typeof item.summary === 'string'],
        ['date_published', isInternetDate(item.date_published)],
        ['date_modified', item.date_modified === undefined || isInternetDate(item.date_modified)],
        ['authors', areAuthors(item.authors)],
        ['tags', Array.isArray(item.tags) && item.tags.every((tag) => typeof tag === 'string')],
        ['a whole picture', item.image === undefined || isAddress(item.image)],
      ]),
    ),
  ]
}

const linking = ['href', 'src', 'srcset', 'poster', 'cite', 'action', 'data', 'xlink:href', 'background']

/** Whatever HTML in a feed should not hold: addresses that are not whole, and what only our pages understand. */
export function contentFaults(html: string): string[] {
  const faults: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (/^(?:script|style|link|iframe|form|button|svg)$/.test(name)) faults.push(name)
      for (const [key, value] of Object.entries(attributes)) {
        if (linking.includes(key) && !/^(?:https?:\/\/|mailto:)/.test(value)) faults.push(`${key}="${value}"`)
        if (/^(?:class|style|tabindex|role|data-.*|aria-.*|on.*)$/.test(key)) faults.push(key)
      }
    },
  })
  parser.end(html)
  return faults
}
