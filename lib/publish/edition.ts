import path from 'node:path'
import type { Withheld } from '../content/article'
import { readyText } from '../content/lazy-text'
import { type Content, readContent } from '../content/loader'
import { softened } from '../content/post'
import { openPostCache } from '../content/post-cache'
import { byPlace, type Problem } from '../content/problem'
import type { StampAt } from '../content/stamps'
import type { WrittenBody } from '../feeds/twin'
import { type Checked, deadAnchors } from '../library/anchors'
import type { Body } from '../library/article-view'
import { createLibrary, type Library } from '../library/library'
import { createLinkIndex } from '../library/link-index'
import { liveRedirects } from '../library/live-redirects'
import { type BodyRendererOptions, createBodyRenderer, type RenderedBody } from '../markdown/bodies'
import type { Resolution, Target } from '../markdown/rendered'
import { createLocks, type PictureLocks } from '../media/picture/picture-locks'
import { createPictures, type PictureOptions, type Pictures, type PublishedPicture } from '../media/picture/pictures'
import { publicFile } from '../media/picture/regular-file'
import { portraitWidth } from '../media/picture/widths'
import { aboutPath, articlePath } from '../routes'
import { now, site } from '../site'
import { readArticle, readAuthor } from './entries'
import { bodiesDirectory, bodyTextOf } from './markup'
import { findOwnPicture, profilesFile, resolvePicture } from './own-pictures'

/** Everything one run knows: the library, its rendered bodies, and what stands in the way of publishing them. */
export type Edition = {
  library: Library
  bodyOf(slug: string): Body
  htmlOf(slug: string): string
  /** The same as its writer left it. */
  writtenOf(slug: string): WrittenBody
  about: Body
  pictures: PublishedPicture[]
  problems: Problem[]
  withheld: Withheld[]
  /** How many posts were read. */
  posts: number
}

export type Progress = (step: string, done: number, total: number) => void

/** With `preview`, withheld posts are read as if they were published, each with a word of why it is not. */
type ReaderOptions = {
  onProgress?: Progress
  preview?: boolean
  onNamed?: PictureOptions['onNamed']
  stampAt?: StampAt
  workers?: BodyRendererOptions['workers']
}

/** Reads and renders all posts, as often as asked; its workers stay warm until it is closed. */
export type Reader = { read(): Promise<Edition>; sweep(): Promise<void>; warm(): Promise<void>; close(): Promise<void> }

export function createReader(options: ReaderOptions = {}): Reader {
  const { onProgress = () => {}, preview = false, onNamed, stampAt, workers } = options
  const { postsDirectory: directory, fallbackDirectory, timeZone } = site
  const cache = openPostCache(path.join(site.stageDirectory, 'posts.json'), Date.now, stampAt)
  let resolve: (file: string, target: Target) => Promise<Resolution>
  const renderer = createBodyRenderer({
    cacheDirectory: bodiesDirectory,
    workers,
    looksForTexts: preview,
    resolve: (file, targets) => Promise.all(targets.map((target) => resolve(file, target))),
    onProgress: (done, total) => onProgress('Rendering articles', done, total),
  })
  return {
    async read() {
      const locks = createLocks()
      const isFetched = (url: string, folder: string) => locks.find(folder, url) !== undefined
      const content = readContent({ directory, fallbackDirectory, now: now(), timeZone, preview, isFetched, cache })
      const links = createLinkIndex(content)
      // Whatever only a withheld post shows is looked at, and published with it.
      const pictures = { locks, onNamed }
      // Words of a draft go nowhere.
      const unsaid: PictureOptions = {
        locks,
        onNamed: (url, folder, naming) => onNamed?.(url, folder, naming && { file: naming.file }),
      }
      const [shown, hidden] = [createPictures(directory, pictures), createPictures(directory, unsaid)]
      const unpublished = new Set(content.unpublished.map(({ file }) => file))
      resolve = (file, target) => resolveTarget(target, file, links, unpublished.has(file) ? hidden : shown)
      const { file = 'posts/_about.md', text = '' } = content.about ?? {}
      const about = { file, body: readyText(text), bodyLine: 1, title: `About ${site.name}` }
      const jobs = [about, ...content.articles, ...content.unpublished]
      const bodies = await renderer.renderAll(jobs)
      const paths = [aboutPath(), ...[...content.articles, ...content.unpublished].map(({ slug }) => articlePath(slug))]
      const checked = jobs.map(({ file, body, bodyLine }, index) => ({
        ...{ file, body, bodyLine },
        path: paths[index] ?? '',
        rendered: bodies[index] as RenderedBody,
      }))
      return editionOf(content, checked, { shown, hidden, links, pictures })
    },
    sweep: () => renderer.sweep(),
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

type Finders = {
  shown: Pictures
  hidden: Pictures
  links: (url: string) => Resolution
  pictures: PictureOptions & { locks: PictureLocks }
}

async function editionOf(
  content: Content,
  checked: (Checked & { rendered: RenderedBody })[],
  finders: Finders,
): Promise<Edition> {
  const { shown, hidden, links, pictures } = finders
  const bodies = new Map(checked.map(({ file, rendered }) => [file, rendered]))
  const reasons = new Map(content.withheld.map(({ file, reason }) => [file, reason]))
  const read = await Promise.all(
    content.articles.map((article) => readArticle(article, bodies, reasons.get(article.file), shown, content)),
  )
  const unseen = await Promise.all(
    content.unpublished.map(({ file, imageUrl, at }) =>
      findOwnPicture(imageUrl, { file, place: () => at('imageUrl') }, hidden, content),
    ),
  )
  const { folder, file } = profilesFile()
  const portraits = createPictures(folder, { ...pictures, only: portraitWidth })
  const authors = await Promise.all(content.authors.map((author) => readAuthor(author, file, portraits, content)))
  const { live, problems: ofRedirects } = liveRedirects(content.redirects, links)
  const bySlug = new Map(content.articles.map((article) => [article.slug, bodies.get(article.file)]))
  const texts = new Map(content.articles.map(({ slug, body }) => [slug, body]))
  const drafts = new Set(
    [...content.articles, ...content.unpublished].flatMap(({ file, draft }) => (draft ? [file] : [])),
  )
  const ofPosts = [
    ...checked.flatMap(({ rendered }) => rendered.problems),
    ...deadAnchors(checked),
    ...[...read, ...unseen].flatMap(({ problems }) => problems),
  ]
  return {
    library: createLibrary({
      ...content,
      redirects: live,
      authors: authors.map(({ author }) => author),
      entries: read.map(({ entry }) => entry),
    }),
    bodyOf: (slug) => bodyOf(bySlug.get(slug), slug),
    htmlOf: (slug) => bodyTextOf(bySlug.get(slug)?.id ?? '').html,
    writtenOf: (slug) => ({ text: texts.get(slug)?.read() ?? '', edits: bodyTextOf(bySlug.get(slug)?.id ?? '').edits }),
    about: bodyOf(checked[0]?.rendered, 'about'),
    pictures: [...shown.published(), ...portraits.published()],
    problems: [
      ...content.problems,
      ...pictures.locks.problems(),
      ...ofPosts.map((problem) => (drafts.has(problem.file) ? softened(problem) : problem)),
      ...authors.flatMap(({ problems }) => problems),
      ...ofRedirects,
    ].sort(byPlace),
    withheld: content.withheld,
    posts: content.posts,
  }
}

async function resolveTarget(
  { kind, url, ...words }: Target,
  file: string,
  links: (url: string) => Resolution,
  pictures: Pictures,
): Promise<Resolution> {
  if (kind === 'picture') return resolvePicture(url, { file, ...words }, pictures)
  const found = links(url)
  if (!('missing' in found)) return found
  // No page of ours, but perhaps a file that is published as it is, or the picture itself.
  const href = (await publicFile(url)) ?? (await pictures.whole(url).catch(() => undefined))
  return href ? { href } : found
}

function bodyOf(rendered: RenderedBody | undefined, name: string): Body {
  if (!rendered) throw new Error(`No body was rendered for "${name}"`)
  return { id: rendered.id, headings: rendered.headings }
}
