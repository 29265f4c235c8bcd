import path from 'node:path'
import { type Day, dayAt } from '../days'
import { byPlace, type Problem } from '../problem'
import { type PublicFolder, readPublicFolder } from '../public-folder'
import type { Settings } from '../settings'
import type { Source } from '../source'
import { type Article, newestFirst, type Withheld } from './article'
import { type Author, authorsOf, type Profile } from './authors'
import type { Category } from './categories'
import { type Claim, nameCollisions, slugCollisions } from './collisions'
import { readConfigs } from './configs'
import { listPosts, type PostFile, readSource, shownPath } from './files'
import { type IsFetched, type PictureFolders, pictureFindings } from './pictures'
import { type Place, problemIn } from './places'
import { type InvalidPost, type Parsed, type PostContext, parsePost, softened, unread } from './post'
import type { PostCache } from './post-cache'
import type { Redirect } from './redirects'
import { similarNameProblems } from './similar-names'
import { prematureUpdates } from './tidy'

export type Content = {
  /** Published only, newest first. */
  articles: Article[]
  /** Every article but drafts, those of a later day too: their addresses are taken. */
  undrafted: Article[]
  /** Those that will be articles: their addresses may have been published before. */
  drafts: Article[]
  /** Named to the writer; nothing else of them is here. */
  withheld: Withheld[]
  /** Bodies that are checked and never shown: of posts that are withheld, and of posts with an error. */
  unpublished: Unpublished[]
  categories: Category[]
  /** The profiles, and one made of the name for each other author of a published article. */
  authors: Author[]
  profiles: Profile[]
  redirects: Redirect[]
  /** Places on pages that are gone on purpose. */
  gonePlaces: string[]
  /** The Markdown of the about page, if there is any. */
  about?: Source
  publicFolder: PublicFolder
  /** As the file says now. */
  settings: Settings
  /** How many posts were read. */
  posts: number
  /** Of all files, in file order. */
  problems: Problem[]
}

/** No article, so that it can stand in no list. */
export type Unpublished = InvalidPost & { file: string; imageUrl?: string; imagePlace?: Place }

export type ContentOptions = {
  directory: string
  /** Where `_categories.yml` and `_authors.yml` are taken from when the directory has none. */
  fallbackDirectory?: string
  publicDirectory?: string
  now: Date
  /** Counts what is withheld among the articles: for `dev`, where a writer wants to see it. */
  preview?: boolean
  timeZone: string
  /** Whether a remote picture has been fetched into the project. */
  isFetched?: IsFetched
  /** Without one every post is parsed. */
  cache?: PostCache
}

type Post = { file: string; parsed: Parsed }

/** Reads every post of a folder. Collects all mistakes, so that a writer fixes them in one pass; throws for none. */
export function readContent(options: ContentOptions): Content {
  const { directory, fallbackDirectory, now, timeZone, preview = false } = options
  const listing = listPosts(directory)
  const configs = readConfigs(directory, fallbackDirectory)
  const { language } = configs.settings
  const publicFolder = readPublicFolder(options.publicDirectory)
  const posts = listing.posts.map((post) => readPost(post, { ...configs, language }, options.cache))
  options.cache?.save()
  const valid = posts.flatMap(({ parsed }) => ('article' in parsed ? [parsed.article] : []))
  const kept = valid.filter(({ draft }) => !draft)
  const today = dayAt(now, timeZone)
  const published = kept.filter(({ date }) => date <= today)
  const articles = (preview ? withoutReplacements(valid, published) : published).sort(newestFirst)
  const shown = new Set(articles.map(({ file }) => file))
  const { authors } = authorsOf(articles, configs.profiles, language)
  const { problems: ofAuthors } = authorsOf(kept, configs.profiles, language)
  const names = configs.profiles.map(({ name }) => name)
  const problems = [
    ...listing.problems,
    ...configs.problems,
    ...publicFolder.problems,
    ...posts.flatMap(({ parsed }) => parsed.problems),
    ...ofAuthors,
    ...prematureUpdates(published, today),
    ...pictureProblems(valid, configs, publicFolder, options),
    ...similarNameProblems(valid, names),
    ...nameCollisions(listing.posts.map(({ file }) => file)),
    ...slugCollisions(posts.flatMap(claimsOf)),
  ]
  return {
    articles,
    undrafted: kept,
    drafts: valid.filter(({ draft }) => draft),
    withheld: posts.flatMap((post) => withheldOf(post, today)),
    unpublished: [
      ...posts.flatMap((post) => unpublishedOf(post, today, language)).filter(({ file }) => !shown.has(file)),
      ...listing.problems.flatMap(({ file }) =>
        file.endsWith('.md') ? [unpublished(file, unread(file, language))] : [],
      ),
    ],
    categories: configs.categories,
    authors,
    profiles: configs.profiles,
    redirects: configs.redirects,
    gonePlaces: configs.gonePlaces,
    ...(configs.about ? { about: configs.about } : {}),
    publicFolder,
    settings: configs.settings,
    posts: posts.length,
    problems: problems.sort(byPlace),
  }
}

function readPost(post: PostFile, context: PostContext, cache: PostCache | undefined): Post {
  const { file } = post
  const parse = (source: Source) => parsePost(source, context)
  if (cache) return { file, parsed: cache.parsed(post, context, parse) }
  const read = readSource(post.path, file)
  return { file, parsed: 'source' in read ? parse(read.source) : read }
}

function withheldOf({ file, parsed }: Post, today: Day): Withheld[] {
  if (!('article' in parsed)) {
    if (!parsed.invalid?.draft) return []
    const { slug, title, aliases } = parsed.invalid
    return [{ file, slug, title, aliases, reason: 'draft' }]
  }
  const { slug, title, aliases, draft, date } = parsed.article
  const known = { file, slug, title, aliases }
  if (draft) return [{ ...known, reason: 'draft' }]
  return date > today ? [{ ...known, reason: 'scheduled', due: date }] : []
}

// Where a draft will replace an article of the same slug, the page shows the article.
function withoutReplacements(valid: readonly Article[], published: readonly Article[]): Article[] {
  const taken = new Set(published.map(({ slug }) => slug))
  const drafts = valid.filter(({ slug }) => !taken.has(slug))
  return [...published, ...drafts]
}

function unpublishedOf({ file, parsed }: Post, today: Day, language: string): Unpublished[] {
  if (!('article' in parsed)) return [unpublished(file, parsed.invalid ?? unread(file, language))]
  const { slug, title, aliases, body, bodyLine, draft, date, imageUrl, imagePlace } = parsed.article
  const picture = { ...(imageUrl === undefined ? {} : { imageUrl }), ...(imagePlace ? { imagePlace } : {}) }
  return draft || date > today ? [{ file, slug, title, aliases, body, bodyLine, draft, ...picture }] : []
}

const unpublished = (file: string, invalid: InvalidPost): Unpublished => ({ file, ...invalid })

function claimsOf({ file, parsed }: Post): Claim[] {
  if (!('article' in parsed)) return []
  const { slug, draft, places } = parsed.article
  return [{ file, slug, draft, places }]
}

function pictureProblems(
  articles: readonly Article[],
  { profiles, profilesFile }: { profiles: readonly Profile[]; profilesFile: string },
  publicFolder: PublicFolder,
  { directory, isFetched = () => false }: ContentOptions,
): Problem[] {
  const folders: PictureFolders = { posts: path.resolve(directory), publicFolder, isFetched }
  const findingOf = pictureFindings(folders)
  const findingBeside = pictureFindings({ ...folders, posts: path.dirname(path.resolve(profilesFile)) })
  const ofArticles = articles.flatMap(({ file, imageUrl, draft, imagePlace }) => {
    const finding = imageUrl === undefined ? undefined : findingOf(imageUrl)
    const problem = finding && problemIn(file, imagePlace, finding)
    return problem ? [draft ? softened(problem) : problem] : []
  })
  const ofProfiles = profiles.flatMap(({ picture, picturePlace }) => {
    const finding = picture === undefined ? undefined : findingBeside(picture)
    return finding ? [problemIn(shownPath(profilesFile), picturePlace, finding)] : []
  })
  return [...ofArticles, ...ofProfiles]
}
