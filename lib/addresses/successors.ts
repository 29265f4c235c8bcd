import type { Article } from '../content/article'
import { slugOfFile } from '../content/slugs'
import { site } from '../site'
import { slugIn } from './address-of'
import type { History } from './history'
import { likeness } from './likeness'

/** What may have taken the place of an article that is missing. */
type Candidate = { article: Article; anchors(): readonly string[] }

const frontMatter = /^---\r?\n.*?\n---\r?\n/s
/** Below it two texts are two texts. */
const leastLikeness = 0.4

/**
 * Finds the article that took the place of what was at a path: by its file, by git, or by what both say. `candidates` are those
 * whose own address is new; `places` could be linked to on the page that is missing.
 */
export function successorOf(
  path: string,
  articles: readonly Article[],
  places: readonly string[],
  candidates: readonly Candidate[],
  history: History,
): Article | undefined {
  const named = (name: string | undefined) =>
    name === undefined ? undefined : articles.find((article) => nameOf(article) === name)
  const slug = slugIn(path)
  if (slug === undefined) return named(history.fileThatSaid(path))
  return (
    articles.find((article) => slugOfName(article) === slug) ??
    named(history.renamed(slug)) ??
    named(history.fileThatSaid(path, slug)) ??
    mostLike(slug, candidates, history) ??
    candidates.find(({ anchors }) => areShared(places, anchors()))?.article
  )
}

function mostLike(slug: string, candidates: readonly Candidate[], history: History): Article | undefined {
  const before = candidates.length ? history.textOf(slug)?.replace(frontMatter, '') : undefined
  if (before === undefined) return undefined
  const [best] = candidates
    .map(({ article }) => ({ article, like: likeness(before, article.body.read()) }))
    .filter(({ like }) => like >= leastLikeness)
    .sort((a, b) => b.like - a.like)
  return best?.article
}

// One heading may be that of many articles: "Sources".
const areShared = (places: readonly string[], anchors: readonly string[]) => {
  const shared = places.filter((place) => anchors.includes(place)).length
  return shared >= 2 && shared * 2 > Math.max(places.length, anchors.length)
}

const nameOf = ({ file }: Article) => file.slice(file.lastIndexOf('/') + 1)

function slugOfName(article: Article): string | undefined {
  const read = slugOfFile(nameOf(article), site.language)
  return 'slug' in read ? read.slug : undefined
}
