import path from 'node:path'
import type { Fix } from '../addresses/fixes'
import type { Withheld } from '../content/article'
import { readyText } from '../content/lazy-text'
import { type Content, readContent } from '../content/loader'
import { softened } from '../content/post'
import { openPostCache } from '../content/post-cache'
import type { WrittenBody } from '../feeds/markdown-alternate'
import type { FileStatAt } from '../file-stat'
import { type Checked, deadAnchors } from '../library/anchors'
import type { Body } from '../library/article-view'
import { createLibrary, type Library } from '../library/library'
import { createLinkIndex } from '../library/link-index'
import { pathCollisions } from '../library/path-collisions'
import type { Resolution, Target } from '../markdown/rendered'
import { type BodyRendererOptions, createBodyRenderer, type RenderedBody } from '../markdown/worker/bodies'
import { createLocks, type PictureLocks } from '../media/picture/picture-locks'
import { createPictureLookup } from '../media/picture/picture-lookup'
import { createPictures, type PictureOptions, type Pictures, type PublishedPicture } from '../media/picture/pictures'
import { portraitWidth } from '../media/picture/widths'
import { byPlace, type Problem } from '../problem'
import { bodiesDirectory, bodyTextOf } from '../publish/views/markup'
import { aboutPath, articlePath } from '../routes'
import { keepsAddresses, now, settings, site } from '../site'
import { allOf } from './all-of'
import { type KeptAddresses, type PublishedSite, withAddresses } from './kept-addresses'
import { bodyOf, readArticle, readAuthor } from './load-entry'
import { loadRedirects } from './load-redirects'
import { findOwnPicture, profilesFile } from './resolve-image'
import { resolveTarget } from './resolve-target'

/** Everything one run knows: the library, its rendered bodies, and what stands in the way of publishing them. */
export type LoadedSite = {
  library: Library
  bodyOf(slug: string): Body
  htmlOf(slug: string): string
  /** The same as its writer left it. */
  writtenOf(slug: string): WrittenBody
  about: Body
  pictures: PublishedPicture[]
  problems: Problem[]
  withheld: Withheld[]
  /** Whether the file of the settings still says what this process began with. */
  hasOwnSettings: boolean
  /** How many posts were read. */
  posts: number
  /** How published addresses are kept, and what `check --fix` writes so that none is lost. */
  kept?: KeptAddresses
  fixes: Fix[]
}

export type Progress = (step: string, done: number, total: number) => void

/** With `preview`, withheld posts are read as if they were published, each with a word of why it is not. */
type ReaderOptions = {
  onProgress?: Progress
  preview?: boolean
  onNamed?: PictureOptions['onNamed']
  fileStatAt?: FileStatAt
  workers?: BodyRendererOptions['workers']
  /** Whose addresses must not be lost. */
  published?: PublishedSite
}

/** Reads and renders all posts, as often as asked; its workers stay warm until it is closed. */
export type Reader = {
  read(): Promise<LoadedSite>
  sweep(): Promise<void>
  warm(): Promise<void>
  close(): Promise<void>
}

export function createReader(options: ReaderOptions = {}): Reader {
  const { onProgress = () => {}, preview = false, onNamed, fileStatAt, workers, published } = options
  const { postsDirectory: directory, fallbackDirectory, timeZone } = site
  const cache = openPostCache(path.join(site.stageDirectory, 'posts'), Date.now, fileStatAt)
  let resolve: (file: string, target: Target) => Resolution | Promise<Resolution>
  const renderer = createBodyRenderer({
    cacheDirectory: bodiesDirectory,
    workers,
    looksForTexts: preview,
    resolve: (file, targets) => allOf(targets.map((target) => resolve(file, target))),
    onProgress: (done, total) => onProgress('Rendering articles', done, total),
  })
  return {
    async read() {
      const locks = createLocks()
      const isFetched = (url: string, folder: string) => locks.find(folder, url) !== undefined
      const content = readContent({ directory, fallbackDirectory, now: now(), timeZone, preview, isFetched, cache })
      const links = createLinkIndex(content)
      // Whatever only a withheld post shows is looked at, and published with it.
      const { publicFolder } = content
      const lookUp = createPictureLookup(directory, { publicFolder, locks })
      const pictures = { lookUp, onNamed }
      // Words of a draft go nowhere.
      const unsaid: PictureOptions = {
        lookUp,
        onNamed: (url, folder, naming) => onNamed?.(url, folder, naming && { file: naming.file }),
      }
      const [shown, hidden] = [createPictures(directory, pictures), createPictures(directory, unsaid)]
      const unpublished = new Set(content.unpublished.map(({ file }) => file))
      resolve = (file, target) =>
        resolveTarget(target, file, { links, publicFolder, pictures: unpublished.has(file) ? hidden : shown })
      const { file = 'posts/_about.md', text = '' } = content.about ?? {}
      const about = { file, body: readyText(text), bodyLine: 1, title: `About ${site.name}` }
      const jobs = [about, ...content.articles, ...content.unpublished]
      const bodies = await renderer.renderAll(jobs)
      const paths = [aboutPath(), ...[...content.articles, ...content.unpublished].map(({ slug }) => articlePath(slug))]
      const unread = new Set(content.unpublished.flatMap(({ file, isUnread }) => (isUnread ? [file] : [])))
      const checked = jobs.map(({ file, bodyLine, body }, index) => {
        const rendered = bodies[index] as RenderedBody
        return {
          ...{ file, path: paths[index] ?? '', bodyLine, body },
          rendered: unread.has(file) ? { ...rendered, isIncomplete: true as const } : rendered,
        }
      })
      const loaded = await loadedSiteOf(content, checked, { shown, hidden, links, locks, onNamed })
      return published && keepsAddresses
        ? withAddresses(loaded, { directory, published, content, links, pages: checked })
        : loaded
    },
    sweep: () => renderer.sweep(),
    warm: () => renderer.warm(),
    close: () => renderer.close(),
  }
}

/** Reads everything once. Collects every problem of every file; never throws for a writer's mistake. */
export async function loadSite(options: ReaderOptions = {}): Promise<LoadedSite> {
  const reader = createReader(options)
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
  locks: PictureLocks
  onNamed: PictureOptions['onNamed']
}

async function loadedSiteOf(
  content: Content,
  checked: (Checked & { rendered: RenderedBody })[],
  finders: Finders,
): Promise<LoadedSite> {
  const { shown, hidden, links, locks, onNamed } = finders
  const bodies = new Map(checked.map(({ file, rendered }) => [file, rendered]))
  const reasons = new Map(content.withheld.map(({ file, reason }) => [file, reason]))
  const read = await allOf(
    content.articles.map((article) => readArticle(article, bodies, reasons.get(article.file), shown, content)),
  )
  const unseen = await allOf(
    content.unpublished.map(({ file, imageUrl, imagePlace }) =>
      findOwnPicture(imageUrl, { file, place: () => imagePlace }, hidden, content),
    ),
  )
  const { folder, file } = profilesFile()
  const portraits = createPictures(folder, { publicFolder: content.publicFolder, locks, onNamed, only: portraitWidth })
  const authors = await Promise.all(content.authors.map((author) => readAuthor(author, file, portraits, content)))
  const redirects = loadRedirects(content, links, checked)
  const bySlug = new Map(content.articles.map((article) => [article.slug, bodies.get(article.file)]))
  const texts = new Map(content.articles.map(({ slug, body }) => [slug, body]))
  const all = [...content.articles, ...content.unpublished]
  const drafts = new Set(all.flatMap(({ file, draft }) => (draft ? [file] : [])))
  const ofPosts = [
    ...checked.flatMap(({ rendered }) => rendered.problems),
    ...deadAnchors(checked),
    ...[...read, ...unseen].flatMap(({ problems }) => problems),
  ]
  return {
    library: createLibrary({
      ...content,
      redirects: redirects.live,
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
      ...pathCollisions(content.undrafted, content.redirects, content),
      ...locks.problems(),
      ...ofPosts.map((problem) => (drafts.has(problem.file) ? softened(problem) : problem)),
      ...authors.flatMap(({ problems }) => problems),
      ...redirects.problems,
    ].sort(byPlace),
    fixes: redirects.fixes,
    withheld: content.withheld,
    hasOwnSettings: JSON.stringify(content.settings) === JSON.stringify(settings),
    posts: content.posts,
  }
}
