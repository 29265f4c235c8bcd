import path from 'node:path'
import { type Article, newestFirst, type Withheld } from './article'
import { type Author, authorsOf, type Profile } from './authors'
import type { Category } from './categories'
import { aliasCollisions, type Claim, nameCollisions, slugCollisions } from './collisions'
import { readConfigs } from './configs'
import { type Day, dayAt } from './days'
import { unfamiliarNames } from './familiar'
import { listPosts, type PostFile, readSource, shownPath } from './files'
import type { LazyText } from './lazy-text'
import { type IsFetched, type PictureFolders, pictureFinding } from './pictures'
import { problemIn } from './places'
import { type Parsed, type PostContext, parsePost, softened } from './post'
import type { PostCache } from './post-cache'
import { byPlace, type Problem } from './problem'
import type { Redirect } from './redirects'
import type { Source } from './source'
import { prematureUpdates } from './tidy'

export type Content = {
  /** Published only, newest first. */
  articles: Article[]
  /** Named to the writer; nothing else of them is here. */
  withheld: Withheld[]
  /** Bodies that are checked and never shown: of posts that are withheld, and of posts with an error. */
  unpublished: Unpublished[]
  categories: Category[]
  /** The profiles, and one made of the name for each other author of a published article. */
  authors: Author[]
  redirects: Redirect[]
  /** The Markdown of the about page, if there is any. */
  about?: Source
  /** How many posts were read. */
  posts: number
  /** Of all files, in file order. */
  problems: Problem[]
}

/** No article, so that it can stand in no list. `slug` is empty where none could be made. */
export type Unpublished = {
  file: string
  slug: string
  title: string
  body: LazyText
  bodyLine: number
  draft: boolean
  imageUrl?: string
  at: Article['at']
}

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
  const posts = listing.posts.map((post) => readPost(post, configs, options.cache))
  options.cache?.save()
  const valid = posts.flatMap(({ parsed }) => ('article' in parsed ? [parsed.article] : []))
  const kept = valid.filter(({ draft }) => !draft)
  const today = dayAt(now, timeZone)
  const published = kept.filter(({ date }) => date <= today)
  const articles = (preview ? withoutTwins(valid, published) : published).sort(newestFirst)
  const shown = new Set(articles.map(({ file }) => file))
  const { authors } = authorsOf(articles, configs.profiles)
  const { problems: ofAuthors } = authorsOf(kept, configs.profiles)
  const names = configs.profiles.map(({ name }) => name)
  const problems = [
    ...listing.problems,
    ...configs.problems,
    ...posts.flatMap(({ parsed }) => parsed.problems),
    ...ofAuthors,
    ...prematureUpdates(published, today),
    ...pictureProblems(valid, configs, options),
    ...unfamiliarNames(valid, names),
    ...nameCollisions(listing.posts.map(({ file }) => file)),
    ...slugCollisions(posts.flatMap(claimsOf)),
    ...aliasCollisions(kept, configs.redirects, { ...configs, publicDirectory: options.publicDirectory }),
  ]
  return {
    articles,
    withheld: posts.flatMap((post) => withheldOf(post, today)),
    unpublished: posts.flatMap((post) => unpublishedOf(post, today)).filter(({ file }) => !shown.has(file)),
    categories: configs.categories,
    authors,
    redirects: configs.redirects,
    ...(configs.about ? { about: configs.about } : {}),
    posts: posts.length,
    problems: problems.sort(byPlace),
  }
}

function readPost(post: PostFile, { categories }: PostContext, cache: PostCache | undefined): Post {
  const { file } = post
  const parse = (source: Source) => parsePost(source, { categories })
  if (cache) return { file, parsed: cache.parsed(post, { categories }, parse) }
  const read = readSource(post.path, file)
  return { file, parsed: 'source' in read ? parse(read.source) : read }
}

function withheldOf({ file, parsed }: Post, today: Day): Withheld[] {
  if (!('article' in parsed)) {
    const { slug, title, draft } = parsed.unsound ?? {}
    return draft ? [{ file, slug: slug ?? '', title: title ?? '', aliases: [], reason: 'draft' }] : []
  }
  const { slug, title, aliases, draft, date } = parsed.article
  const known = { file, slug, title, aliases }
  if (draft) return [{ ...known, reason: 'draft' }]
  return date > today ? [{ ...known, reason: 'scheduled', due: date }] : []
}

// Where a draft will replace an article of the same slug, the page shows the article.
function withoutTwins(valid: readonly Article[], published: readonly Article[]): Article[] {
  const taken = new Set(published.map(({ slug }) => slug))
  const drafts = valid.filter(({ slug }) => !taken.has(slug))
  return [...published, ...drafts]
}

function unpublishedOf({ file, parsed }: Post, today: Day): Unpublished[] {
  if (!('article' in parsed)) return parsed.unsound ? [{ file, ...parsed.unsound, at: () => undefined }] : []
  const { slug, title, body, bodyLine, draft, date, imageUrl, at } = parsed.article
  const picture = imageUrl === undefined ? {} : { imageUrl }
  return draft || date > today ? [{ file, slug, title, body, bodyLine, draft, at, ...picture }] : []
}

function claimsOf({ file, parsed }: Post): Claim[] {
  if (!('article' in parsed)) return []
  const { slug, draft, at } = parsed.article
  return [{ file, slug, draft, at }]
}

function pictureProblems(
  articles: readonly Article[],
  { profiles, profilesFile }: { profiles: readonly Profile[]; profilesFile: string },
  { directory, publicDirectory = 'public', isFetched = () => false }: ContentOptions,
): Problem[] {
  const folders: PictureFolders = { posts: path.resolve(directory), public: path.resolve(publicDirectory), isFetched }
  const beside: PictureFolders = { ...folders, posts: path.dirname(path.resolve(profilesFile)) }
  const ofArticles = articles.flatMap(({ file, imageUrl, draft, at }) => {
    const finding = imageUrl === undefined ? undefined : pictureFinding(imageUrl, folders)
    const problem = finding && problemIn(file, at('imageUrl'), finding)
    return problem ? [draft ? softened(problem) : problem] : []
  })
  const ofProfiles = profiles.flatMap(({ picture, picturePlace }) => {
    const finding = picture === undefined ? undefined : pictureFinding(picture, beside)
    return finding ? [problemIn(shownPath(profilesFile), picturePlace, finding)] : []
  })
  return [...ofArticles, ...ofProfiles]
}
