import type { Article, Withheld } from '../content/article'
import type { Author } from '../content/authors'
import type { Content } from '../content/loader'
import type { Body } from '../library/article-view'
import type { Entry } from '../library/library'
import type { RenderedBody } from '../markdown/worker/bodies'
import type { Pictures } from '../media/picture/pictures'
import type { Problem } from '../problem'
import { type FoundPicture, findOwnPicture } from './resolve-image'

const wordsPerMinute = 230

type ReadArticle = { entry: Entry; problems: Problem[] }

/** An article as the library has it: with its picture, and the minutes it takes. */
export function readArticle(
  article: Article,
  bodies: Map<string, RenderedBody>,
  withheld: Withheld['reason'] | undefined,
  pictures: Pictures,
  content: Content,
): ReadArticle | Promise<ReadArticle> {
  const { body: _, bodyLine, places, imagePlace, draft, readTime, imageUrl, ...rest } = article
  const minutes = readTime ?? Math.max(1, Math.round((bodies.get(article.file)?.words ?? 0) / wordsPerMinute))
  const asked = {
    file: article.file,
    place: () => imagePlace,
    alt: rest.imageAlt,
    credit: rest.imageCredit,
  }
  const articleWith = ({ picture, problems }: FoundPicture): ReadArticle => ({
    ...{ entry: { ...rest, minutes, ...(picture ? { picture } : {}), ...(withheld ? { withheld } : {}) }, problems },
  })
  const found = findOwnPicture(imageUrl, asked, pictures, content)
  return found instanceof Promise ? found.then(articleWith) : articleWith(found)
}

/** An author as the library has them. */
export async function readAuthor({ picture, ...author }: Author, file: string, portraits: Pictures, content: Content) {
  const place = () => content.profiles.find(({ name }) => name === author.name)?.picturePlace
  const { picture: found, problems } = await findOwnPicture(picture, { file, place }, portraits, content)
  return { author: { ...author, ...(found ? { picture: found.src } : {}) }, problems }
}

/** A body as views have it. Throws where none was rendered. */
export function bodyOf(rendered: RenderedBody | undefined, name: string): Body {
  if (!rendered) throw new Error(`No body was rendered for "${name}"`)
  const { id, outline } = rendered
  return {
    id,
    get headings() {
      return outline().headings.map(({ line: _, ...heading }) => heading)
    },
  }
}
