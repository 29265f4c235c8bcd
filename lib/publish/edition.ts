import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Article, Withheld } from '../content/article'
import type { Author } from '../content/authors'
import { shownPath } from '../content/files'
import { type Content, readContent } from '../content/loader'
import { problemIn } from '../content/places'
import { byPlace, type Problem } from '../content/problem'
import { deadAnchors } from '../library/anchors'
import type { Body } from '../library/article-view'
import { createLibrary, type Entry, type Library } from '../library/library'
import { createLinkIndex } from '../library/link-index'
import { type BodyJob, createBodyRenderer } from '../markdown/bodies'
import type { Rendered, Resolution, Target } from '../markdown/rendered'
import { createPictures, type Pictures, type PublishedPicture } from '../media/pictures'
import { now, site } from '../site'

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

/** Reads and renders all posts, as often as asked; its workers stay warm until it is closed. */
export type Reader = { read(): Promise<Edition>; close(): Promise<void> }

export function createReader(onProgress: Progress = () => {}): Reader {
  const { postsDirectory: directory, fallbackDirectory, timeZone } = site
  let resolve: (target: Target) => Promise<Resolution>
  const renderer = createBodyRenderer({
    cacheDirectory: path.resolve('.cache/bodies'),
    resolve: (_, targets) => Promise.all(targets.map((target) => resolve(target))),
    onProgress: (done, total) => onProgress('Rendering articles', done, total),
  })
  return {
    async read() {
      const content = readContent({ directory, fallbackDirectory, now: now(), timeZone })
      const pictures = createPictures(directory)
      const links = createLinkIndex(content)
      resolve = (target) => resolveTarget(target, links, pictures)
      const [about, ...bodies] = await renderer.renderAll([await aboutJob(), ...content.articles])
      if (!about) throw new Error('The about page was not rendered')
      return editionOf(content, about, bodies, pictures)
    },
    close: () => renderer.close(),
  }
}

/** Reads everything once. Collects every problem of every file; never throws for a writer's mistake. */
export async function readEdition(onProgress?: Progress): Promise<Edition> {
  const reader = createReader(onProgress)
  try {
    return await reader.read()
  } finally {
    await reader.close()
  }
}

async function editionOf(content: Content, about: Rendered, bodies: Rendered[], pictures: Pictures): Promise<Edition> {
  const read = await Promise.all(
    content.articles.map((article, index) => readArticle(article, bodies[index] as Rendered, pictures)),
  )
  const authors = await Promise.all(content.authors.map((author) => withPicture(author, pictures)))
  const bodyBySlug = new Map(read.map(({ article, body }) => [article.slug, body]))
  return {
    library: createLibrary({ ...content, authors, entries: read.map(({ entry }) => entry) }),
    bodyOf: (slug) => bodyOf(bodyBySlug.get(slug), slug),
    about: bodyOf(about, 'about'),
    pictures: pictures.published(),
    problems: allProblems(content, about, read),
    withheld: content.withheld,
    posts: content.posts,
  }
}

async function resolveTarget({ kind, url }: Target, links: (url: string) => Resolution, pictures: Pictures): Promise<Resolution> {
  if (kind === 'link') return links(url)
  return pictures.find(url).catch((error: Error) => ({ missing: true, message: error.message }))
}

async function readArticle(article: Article, body: Rendered, pictures: Pictures): Promise<Read> {
  const { body: _, bodyLine, at, draft, readTime, imageUrl, ...rest } = article
  const minutes = readTime ?? Math.max(1, Math.round(body.words / wordsPerMinute))
  const entry: Entry = { ...rest, minutes }
  const problems: Problem[] = []
  if (imageUrl && !/^https:/i.test(imageUrl)) {
    await pictures.find(imageUrl).then(
      (picture) => {
        entry.picture = picture
      },
      (error: Error) => problems.push(pictureProblem(article, error)),
    )
  }
  return { article, body, entry, problems }
}

// The loader has seen that the file is there and is a picture.
async function withPicture({ picture, ...author }: Author, pictures: Pictures): Promise<Author> {
  return picture ? { ...author, picture: (await pictures.find(picture)).src } : author
}

function pictureProblem({ file, at }: Article, { message }: Error): Problem {
  return problemIn(file, at.imageUrl, { severity: 'error', rule: 'unreadable-picture', message })
}

function allProblems(content: Content, about: Rendered, read: Read[]): Problem[] {
  return [
    ...content.problems,
    ...about.problems,
    ...read.flatMap(({ body, problems }) => [...body.problems, ...problems]),
    ...deadAnchors(read, about),
  ].sort(byPlace)
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
