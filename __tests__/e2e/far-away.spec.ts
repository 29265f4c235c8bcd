import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { addPost, corpusNow, fileOf, writeCorpus } from '../../bench/corpus'
import { editPost } from '../../bench/corpus-changes'
import { slugOf } from '../../bench/corpus-post'
import { build } from './builds'
import { categoriesOf, feedsWith, listsWith, pagesTouched, partsOf, readPosts } from './edits/posts'
import { changesBetween, type Tree, treeOf } from './tree'
import { workingCopy } from './working-copy'

test.describe.configure({ mode: 'serial', timeout: 900_000 })

// The one that follows is the third part of a series.
const count = 1002
const mostRelated = 20
let copy: string
let posts: string
let before: Tree

const buildIt = () =>
  build(copy, {
    environment: { POSTS_DIR: posts, SITE_URL: 'https://magazine.example', SITE_NOW: corpusNow(count) },
  })

async function publish(): Promise<Tree> {
  const { code, words } = await buildIt()
  expect(code, words).toBe(0)
  return treeOf(path.join(copy, 'out'))
}

test.beforeAll(async () => {
  test.setTimeout(900_000)
  copy = await workingCopy('far-away')
  posts = path.join(copy, 'posts')
  writeCorpus(posts, count)
  before = await publish()
})
test.afterAll(async () => {
  // Their social cards stay for the next time.
  for (const name of ['.next', '.releases', 'out', 'posts'])
    await rm(path.join(copy, name), { recursive: true, force: true })
})

test('a new article changes what shows it, and nothing far away', async () => {
  const old = readPosts(posts)
  addPost(posts, count)
  const now = readPosts(posts)
  const index = now.findIndex(({ slug }) => slug === slugOf(count))
  const post = now[index]
  if (!post) throw new Error('The new post was not written')
  expect(post.date >= (old[0]?.date ?? ''), 'it is of the newest day').toBe(true)

  const lists = listsWith(post).map((list) => pagesTouched(list, now))
  const series = partsOf(post, now)
  const neighbours = [now[index - 1], now[index + 1]].flatMap((one) => one?.slug ?? [])
  const changed = [
    ...['index.html', '404.html', 'archive/index.html', 'sitemap.xml', 'llms.txt', `${series.path}index.html`],
    // Their filters count.
    ...categoriesOf(now).map((category) => `category/${category}/index.html`),
    ...lists.flatMap((pages) => pages.changed),
    ...feedsWith(post, now),
    ...[...neighbours, ...series.others].map(pageOf),
  ]
  const added = [
    ...[
      `articles/${post.slug}/`,
      pageOf(post.slug),
      `articles/${post.slug}.md`,
      `art/${post.category}/${post.slug}.svg`,
    ],
    ...lists.flatMap((pages) => pages.added),
  ]

  const after = await publish()
  const changes = changesBetween(before, after)
  before = after
  const [cards, others] = [changes.added.filter(isCard), changes.added.filter((name) => !isCard(name))]
  expect(cards).toEqual([expect.stringMatching(`^cards/${post.slug}\\.\\w+\\.jpg$`)])
  expect(others).toEqual(unique(added))
  expect(changes.removed).toEqual([])
  const related = changes.changed.filter((name) => !changed.includes(name))
  expect(changes.changed.filter((name) => changed.includes(name))).toEqual(unique(changed))
  expect(related.length, related.join('\n')).toBeLessThanOrEqual(mostRelated)
  // One that does not name the new article has no reason to be another.
  const strangers = related.filter((name) => !readFileSync(path.join(copy, 'out', name), 'utf8').includes(post.slug))
  expect(strangers).toEqual([])
})

test('an edit of an old body changes its page, its Markdown alternate and the feeds that hold it', async () => {
  editPost(fileOf(posts, 500))
  const after = await publish()
  const all = readPosts(posts)
  const post = all.find(({ slug }) => slug === slugOf(500))
  if (!post) throw new Error('The corpus has no post 500')
  const changed = unique([pageOf(post.slug), `articles/${post.slug}.md`, ...feedsWith(post, all)])
  expect(changesBetween(before, after)).toEqual({ added: [], removed: [], changed })
})

const pageOf = (slug: string) => `articles/${slug}/index.html`
const isCard = (name: string) => name.startsWith('cards/')
const unique = (names: string[]) => [...new Set(names)].sort()

test('a post that is only touched changes nothing, and a mistake in one ends the build at once', async () => {
  const place = path.join(posts, `${readPosts(posts)[0]?.slug}.md`)
  const text = readFileSync(place, 'utf8')
  utimesSync(place, new Date(), new Date())
  const touched = await buildIt()
  expect(touched.code, touched.words).toBe(0)
  expect(touched.words).toContain('Nothing that is published has changed')
  writeFileSync(place, text.replace(/^title:.*$/m, 'title: ['))
  expect((await buildIt()).code).toBe(1)
  writeFileSync(place, text)
})
