import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Article, Withheld } from '../content/article'
import type { Author } from '../content/authors'
import { shownPath } from '../content/files'
import { type Content, readContent } from '../content/loader'
import { softened } from '../content/post'
import { byPlace, type Problem } from '../content/problem'
import { deadAnchors } from '../library/anchors'
import type { Body } from '../library/article-view'
import { createLibrary, type Entry, type Library } from '../library/library'
import { createLinkIndex } from '../library/link-index'
import { type BodyJob, createBodyRenderer } from '../markdown/bodies'
import type { Rendered, Resolution, Target } from '../markdown/rendered'
import { createPictures, type Pictures, type PublishedPicture } from '../media/pictures'
import { aboutPath, articlePath } from '../routes'
import { now, site } from '../site'
import { findOwnPicture, profilesFile } from './own-pictures'

/** Everything one run knows: the library, its rendered bodies, and what stands in the way of publishing them. */
export type Edition = {
  library: Library
  bodyOf(slug: string): Body
  about: Body
  pictures: PublishedPicture[]
  problems: Problem[]
  withheld: Withheld[]
  /** How many posts were read. */
  posts: number
}

export type Progress = (step: string, done: number, total: number) => void

type Read = { article: Article; body: Rendered; entry: Entry; problems: Problem[] }

const wordsPerMinute = 230
const aboutName = '_about.md'

/** With `preview`, withheld posts are read as if they were published, each with a word of why it is not. */
type ReaderOptions = { onProgress?: Progress; preview?: boolean }

/** Reads and renders all posts, as often as asked; its workers stay warm until it is closed. */
export type Reader = { read(): Promise<Edition>; warm(): Promise<void>; close(): Promise<void> }

export function createReader({ onProgress = () => {}, preview = false }: ReaderOptions = {}): Reader {
  const { postsDirectory: directory, fallbackDirectory, timeZone } = site
  let resolve: (target: Target) => Promise<Resolution>
  const renderer = createBodyRenderer({
    cacheDirectory: path.resolve('.cache/bodies'),
    resolve: (_, targets) => Promise.all(targets.map((target) => resolve(target))),
    onProgress: (done, total) => onProgress('Rendering articles', done, total),
  })
  return {
    async read() {
      const content = readContent({ directory, fallbackDirectory, now: now(), timeZone, preview })
      const pictures = createPictures(directory)
      const links = createLinkIndex(content)
      resolve = (target) => resolveTarget(target, links, pictures)
      const [about, ...bodies] = await renderer.renderAll([
        await aboutJob(),
        ...content.articles,
        ...content.unpublished,
      ])
      if (!about) throw new Error('The about page was not rendered')
      return editionOf(content, about, bodies, pictures)
    },
    warm: () => renderer.warm(),
    close: () => renderer.close(),
  }
}

/** Reads everything once. Collects every problem of every file; never throws for a writer's mistake. */
export async function readEdition(onProgress: Progress = () => {}): Promise<Edition> {
  const reader = createReader({ onProgress })
  try {
    return await reader.read()
  } finally {
    await reader.close()
  }
}

async function editionOf(content: Content, about: Rendered, bodies: Rendered[], pictures: Pictures): Promise<Edition> {
  const read = await Promise.all(
    content.articles.map((article, index) => readArticle(article, bodies[index] as Rendered, pictures, content)),
  )
  const { folder, file } = profilesFile()
  const portraits = createPictures(folder)
  const authors = await Promise.all(content.authors.map((author) => readAuthor(author, file, portraits, content)))
  const bodyBySlug = new Map(read.map(({ article, body }) => [article.slug, body]))
  return {
    library: createLibrary({
      ...content,
      authors: authors.map(({ author }) => author),
      entries: read.map(({ entry }) => entry),
    }),
    bodyOf: (slug) => bodyOf(bodyBySlug.get(slug), slug),
    about: bodyOf(about, 'about'),
    pictures: [...pictures.published(), ...portraits.published()],
    problems: [
      ...content.problems,
      ...about.problems,
      ...bodyProblems(content, about, read, bodies.slice(read.length)),
      ...read.flatMap(({ problems }) => problems),
      ...authors.flatMap(({ problems }) => problems),
    ].sort(byPlace),
    withheld: content.withheld,
    posts: content.posts,
  }
}

async function resolveTarget(
  { kind, url }: Target,
  links: (url: string) => Resolution,
  pictures: Pictures,
): Promise<Resolution> {
  if (kind === 'link') return links(url)
  return pictures.find(url).catch((error: Error) => ({ missing: true, message: error.message }))
}

async function readArticle(article: Article, body: Rendered, pictures: Pictures, content: Content): Promise<Read> {
  const { body: _, bodyLine, at, draft, readTime, imageUrl, ...rest } = article
  const minutes = readTime ?? Math.max(1, Math.round(body.words / wordsPerMinute))
  const asked = { file: article.file, place: at.imageUrl }
  const { picture, problems } = await findOwnPicture(imageUrl, asked, pictures, content)
  const reason = content.withheld.find(({ file }) => file === article.file)?.reason
  const entry: Entry = { ...rest, minutes, ...(picture ? { picture } : {}), ...(reason ? { withheld: reason } : {}) }
  return { article, body, entry, problems }
}

async function readAuthor({ picture, ...author }: Author, file: string, portraits: Pictures, content: Content) {
  const { picture: found, problems } = await findOwnPicture(picture, { file }, portraits, content)
  return { author: { ...author, ...(found ? { picture: found.src } : {}) }, problems }
}

// Of all bodies, those that are not published too: a writer mends everything in one pass.
function bodyProblems(content: Content, about: Rendered, read: Read[], unpublished: Rendered[]): Problem[] {
  const others = content.unpublished.map(({ slug, draft }, index) => {
    const body = unpublished[index] as Rendered
    return { path: articlePath(slug), body, problems: draft ? body.problems.map(softened) : body.problems }
  })
  return [
    ...others.flatMap(({ problems }) => problems),
    ...read.flatMap(({ article, body }) => (article.draft ? body.problems.map(softened) : body.problems)),
    ...deadAnchors(read, [...others, { path: aboutPath(), body: about }]),
  ]
}

function bodyOf(rendered: Rendered | undefined, name: string): Body {
  if (!rendered) throw new Error(`No body was rendered for "${name}"`)
  return { html: rendered.html, headings: rendered.headings }
}

// The about page is Markdown beside the posts, so that it changes where everything else about the magazine changes.
async function aboutJob(): Promise<BodyJob> {
  const own = path.join(site.postsDirectory, aboutName)
  const text = await readFile(own, 'utf8').catch(() => undefined)
  const file = text === undefined ? path.join(site.fallbackDirectory, aboutName) : own
  const body = text ?? (await readFile(file, 'utf8'))
  return { file: shownPath(file), title: `About ${site.name}`, bodyLine: 1, body }
}
