import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What the front matter of a post says, of a corpus, where each field has a line. */
export type CorpusPost = {
  slug: string
  date: string
  category: string
  author: string
  tags: string[]
  series?: string
}

/** A list that a post stands in: its path, the names of its feeds, and which posts are in it. */
export type PostList = { path: string; feeds: string[]; holds(post: CorpusPost): boolean }

/** All posts of a folder, newest first, read without any of the code under test. */
export function readPosts(folder: string): CorpusPost[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && !name.startsWith('_'))
  return files.map((name) => readPost(folder, name)).sort(newestFirst)
}

function readPost(folder: string, name: string): CorpusPost {
  const text = readFileSync(path.join(folder, name), 'utf8')
  const field = (field: string) => new RegExp(`^${field}: (.*)$`, 'm').exec(text)?.[1]
  const series = field('series')
  return {
    slug: name.slice(0, -3),
    ...{ date: field('date') ?? '', category: field('category') ?? '', author: field('author') ?? '' },
    tags: field('tags')?.slice(1, -1).split(', ') ?? [],
    ...(series ? { series } : {}),
  }
}

const newestFirst = (a: CorpusPost, b: CorpusPost) =>
  a.date === b.date ? (a.slug < b.slug ? -1 : 1) : a.date < b.date ? 1 : -1

const three = ['feed.xml', 'atom.xml', 'feed.json']
const spelled = (name: string) => name.toLowerCase().replaceAll(' ', '-')
const yearOf = ({ date }: CorpusPost) => date.slice(0, 4)

/** The lists with pages of their own that hold a post. */
export function listsWith(post: CorpusPost): PostList[] {
  const ofTags = post.tags.map((tag) => ({
    ...{ path: `tag/${tag}/`, feeds: ['feed.xml'] },
    holds: ({ tags }: CorpusPost) => tags.includes(tag),
  }))
  return [
    { path: 'articles/', feeds: [], holds: () => true },
    { path: `category/${post.category}/`, feeds: three, holds: ({ category }) => category === post.category },
    { path: `author/${spelled(post.author)}/`, feeds: ['feed.xml'], holds: ({ author }) => author === post.author },
    { path: `archive/${yearOf(post)}/`, feeds: [], holds: (other) => yearOf(other) === yearOf(post) },
    ...ofTags,
  ]
}

/** Files of the feeds that a post stands in, each of which holds the newest 20. */
export function feedsWith(post: CorpusPost, posts: CorpusPost[]): string[] {
  const everything = { path: '', feeds: three, holds: () => true }
  return [everything, ...listsWith(post)].flatMap(({ path, feeds, holds }) =>
    posts.filter(holds).indexOf(post) < 20 ? feeds.map((feed) => path + feed) : [],
  )
}

const pageSize = 20
const numbered = (count: number) => Math.max(0, Math.floor(count / pageSize) - 1)

/** The page that shows the newest of a list to which one was added; with the 20th, 40th… also two that have a number. */
export function pagesTouched({ path, holds }: PostList, posts: CorpusPost[]): { changed: string[]; added: string[] } {
  const count = posts.filter(holds).length
  const page = (number: number) => `${path}page/${number}/index.html`
  const last = numbered(count)
  const first = `${path}index.html`
  if (count === 1) return { changed: [], added: [path, first] }
  if (last === numbered(count - 1)) return { changed: [first], added: [] }
  const folders = [...(last === 1 ? [`${path}page/`] : []), `${path}page/${last}/`]
  return { changed: [first, ...(last > 1 ? [page(last - 1)] : [])], added: [...folders, page(last)] }
}

/** The page of a series, the other parts, and the series' path. */
export function partsOf({ series, slug }: CorpusPost, posts: CorpusPost[]): { path: string; others: string[] } {
  const others = posts.filter((other) => other.series === series && other.slug !== slug).map((other) => other.slug)
  return { path: `series/${spelled(series ?? '')}/`, others }
}

export const categoriesOf = (posts: CorpusPost[]) => [...new Set(posts.map(({ category }) => category))]
