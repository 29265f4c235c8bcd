import path from 'node:path'
import type { BodyText } from '../../markdown/rendered'
import { readBodyText } from '../../markdown/worker/cache'
import { markSvg } from '../../media/art/author-mark'
import { artSvg, coverArt } from '../../media/art/cover-art'
import { site } from '../../site'

/** Where the rendered bodies are kept, for whoever runs in this folder. */
export const bodiesDirectory = path.resolve('.cache/bodies')

/** The fields of views that name markup; `library/markup-names.ts` says how. */
export const markupFields = new Set(['html', 'art', 'leadArt', 'mark'])

/**
 * What a page holds once it is rendered: the markup itself, or where the page is finished later its name, as a comment that
 * no text can hold.
 */
export const writtenMarkup = (name: string) => (site.namesMarkup ? `<!--${name}-->` : markupOf(name))

export const isMarkupName = (text: string) => /^(?:body|art|mark)\/\S*\/$/.test(text)

/** Whether a name stands for what somebody has written, and not for a drawing. */
export const isText = (name: string) => name.startsWith('body/')

/** The markup that a name stands for. */
export function markupOf(name: string): string {
  const [kind, first = '', second = '', third = ''] = name.split('/')
  if (kind === 'body') return bodyTextOf(first).html
  if (kind === 'mark') return markSvg(first)
  if (kind === 'art') return artSvg(coverArt(third, first), second)
  throw new Error(`No markup has the name "${name}"`)
}

/** The text of a rendered body; of one that could not be rendered there is none. */
export const bodyTextOf = (id: string): BodyText =>
  id ? readBodyText(bodiesDirectory, id) : { html: '', edits: [], text: '' }
