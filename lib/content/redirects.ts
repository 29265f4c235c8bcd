import * as z from 'zod'
import type { Problem } from '../problem'
import type { Source } from '../source'
import { readOldPath, readPath } from './addresses'
import { readItems, repeated } from './config'
import { type Place, placeOf, problemOn } from './places'
import { readFrom } from './readers'

/** A path that was, and where that is written. Without `to` the page is gone. */
export type Redirect = { from: string; to?: string; file?: string; place?: Place }

const path = readFrom(readPath)
const redirect = z.strictObject({
  from: readFrom(readOldPath).optional(),
  to: path.optional(),
  gone: readFrom(readGone).optional(),
})

/** `gonePlaces` are addresses with a place on their page, as `/articles/old/#part`. */
export type Redirects = { redirects: Redirect[]; gonePlaces: string[] }

/** Reads `_redirects.yml`: entries are `from` and `to`, or `gone`. */
export function readRedirects(source: Source): { read: Redirects; problems: Problem[] } {
  const { items, problems } = readItems(source, redirect)
  const redirects: Redirect[] = []
  const gonePlaces: string[] = []
  for (const { data, value } of items) {
    const { from, to, gone } = data
    if (from !== undefined && to !== undefined && gone === undefined && from !== to)
      redirects.push({ from, to, file: source.file, place: placeOf(source, value) })
    else if (gone !== undefined && from === undefined && to === undefined) {
      if (gone.includes('#')) gonePlaces.push(gone)
      else redirects.push({ from: gone })
    } else problems.push(problemOn(source, value, incomplete))
  }
  const claims = items.map(({ data, value }) => ({ data: { path: data.from ?? data.gone }, value }))
  problems.push(...repeated(source, claims, 'path'))
  return { read: { redirects, gonePlaces }, problems }
}

/** A path that is gone, or a place on a page. */
function readGone(text: string) {
  const [path = '', ...place] = text.split('#')
  const read = readPath(path)
  if (!('value' in read) || !place.length) return read
  return /^\S+$/.test(place.join('#')) ? { value: `${read.value}#${place.join('#')}` } : readPath(text)
}

const incomplete = {
  severity: 'error' as const,
  rule: 'redirect',
  message: 'A redirect names an old path and another new one, or a path that is gone.',
  hint: 'Write one of:\n- { from: /articles/old/, to: /articles/new/ }\n- gone: /articles/old/',
}
