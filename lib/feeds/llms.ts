import type { Library } from '../library/library'
import {
  aboutPath,
  absolute,
  alternatePath,
  archivePath,
  categoryPath,
  feedPath,
  frontPath,
  sitemapPath,
} from '../routes'
import { site } from '../site'
import { words } from '../words/words'

/** Articles named, so that the file stays small enough to be read whole. */
const newest = 50

/** What the magazine is and where its articles lie as Markdown, in the shape of https://llmstxt.org. */
export function llms({ entries, categories }: Library): string {
  const articles = entries.slice(0, newest)
  return [
    `# ${plain(site.name)}`,
    `> ${plain(site.description)}`,
    words.asMarkdown,
    ...section(
      words.newestArticles,
      articles.map(({ slug, title, excerpt }) => link(title, alternatePath(slug), excerpt)),
    ),
    ...section(
      words.categories,
      categories.map(({ slug, name, description }) => link(name, categoryPath(slug), description)),
    ),
    // A word of that shape, which is the same in each language.
    ...section('Optional', [
      link(words.about, aboutPath(), words.aboutIs),
      link(words.archive, archivePath(), words.archiveIs),
      link(words.feed, feedPath(frontPath(), 'feed.json'), words.feedIs),
      link(words.sitemap, sitemapPath(), words.sitemapIs),
    ]),
  ]
    .join('\n\n')
    .concat('\n')
}

const section = (title: string, links: string[]) => (links.length ? [`## ${title}`, links.join('\n')] : [])

const link = (name: string, path: string, about: string) => `- [${plain(name)}](${absolute(path)}): ${plain(about)}`

/** Words that mean nothing to Markdown, on one line. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_~[\]<>]|&(?=[#a-z])/gi, '\\$&')
