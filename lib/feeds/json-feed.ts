import { rfc3339 } from '../instants'
import { absolute, frontPath, iconPath } from '../routes'
import { site } from '../site'
import type { Feed, FeedItem } from './feed'

/** JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.address,
    description: feed.description,
    icon: absolute(iconPath('icon-512.png')),
    authors: [{ name: site.name, url: absolute(frontPath()) }],
    language: site.language,
    items: feed.items.map(item),
  }
  return `${JSON.stringify(whole, null, 1)}\n`
}

function item({ address, title, excerpt, date, updated, authors, categories, image, content }: FeedItem) {
  return {
    id: address,
    url: address,
    title,
    summary: excerpt,
    content_html: content(),
    image: image.address,
    date_published: rfc3339(date),
    ...(updated ? { date_modified: rfc3339(updated) } : {}),
    authors: authors.map(({ name, address }) => ({ name, url: address })),
    tags: categories,
  }
}
