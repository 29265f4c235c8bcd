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

/** Articles named, so that the file stays small enough to be read whole. */
const newest = 50

/** What the magazine is and where its articles lie as Markdown, in the shape of https://llmstxt.org. */
export function llms({ entries, categories }: Library): string {
  const articles = entries.slice(0, newest)
  return [
    `# ${plain(site.name)}`,
    `> ${plain(site.description)}`,
    'Every article is also there as Markdown: put `.md` in place of the last slash of its address.',
    ...section(
      'Newest articles',
      articles.map(({ slug, title, excerpt }) => link(title, alternatePath(slug), excerpt)),
    ),
    ...section(
      'Categories',
      categories.map(({ slug, name, description }) => link(name, categoryPath(slug), description)),
    ),
    ...section('Optional', [
      link('About', aboutPath(), 'What the magazine is and who writes it'),
      link('Archive', archivePath(), 'Every year'),
      link('Feed', feedPath(frontPath(), 'feed.json'), 'The newest articles in full'),
      link('Sitemap', sitemapPath(), 'Every page'),
    ]),
  ]
    .join('\n\n')
    .concat('\n')
}

const section = (title: string, links: string[]) => (links.length ? [`## ${title}`, links.join('\n')] : [])

const link = (name: string, path: string, about: string) => `- [${plain(name)}](${absolute(path)}): ${plain(about)}`

/** Words that mean nothing to Markdown, on one line. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_~[\]<>]|&(?=[#a-z])/gi, '\\$&')
