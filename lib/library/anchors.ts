import type { Article } from '../content/article'
import { nearest } from '../content/names'
import type { Problem } from '../content/problem'
import { lineText, sourceOf } from '../content/source'
import type { Rendered } from '../markdown/rendered'
import { articlePath } from '../routes'

type Read = { article: Article; body: Rendered }

/** Links to a place inside another article that is not there. Needs every body, so it comes after all are rendered. */
export function deadAnchors(read: Read[], others: { path: string; body: Rendered }[]): Problem[] {
  const anchors = new Map(read.map(({ article, body }) => [articlePath(article.slug), body.anchors]))
  for (const { path, body } of others) anchors.set(path, body.anchors)
  return read.flatMap(({ article, body }) =>
    body.links.flatMap(({ url, fragment, line, column, length }): Problem[] => {
      const known = anchors.get(url)
      if (known?.includes(fragment)) return []
      const meant = nearest(fragment, known ?? [])
      const text = lineText(sourceOf(article.file, article.body), line - article.bodyLine + 1)
      return [
        {
          ...{ file: article.file, line, column, severity: 'error', rule: 'unknown-anchor' },
          message: `The page at ${url} has no place called #${fragment}.`,
          wayOut: meant ? `Did you mean #${meant}?` : 'Link the page without the part after #.',
          excerpt: { text, length },
        },
      ]
    }),
  )
}
