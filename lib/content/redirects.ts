import * as z from 'zod'
import type { Problem } from '../problem'
import type { Source } from '../source'
import { readItems, repeated } from './config'
import { type Place, placeOf, problemOn } from './places'
import { readFrom } from './readers'
import { type OldAddress, readGone, readOldAddress, readTarget, writtenAddress } from './redirect-addresses'
import { reservationOf } from './reserved-names'
import { entryOf } from './yaml/yaml'

/** An address that was, and where that is written. Without `to` the page is gone; `to` may name a place behind a `#`. */
export type Redirect = OldAddress & { to?: string; file?: string; place?: Place }

/** `gonePlaces` are addresses with a place on their page, as `/articles/old/#part`. */
export type Redirects = { redirects: Redirect[]; gonePlaces: string[] }

const redirect = z.strictObject({
  from: readFrom(readOldAddress).optional(),
  to: readFrom(readTarget).optional(),
  gone: readFrom(readGone).optional(),
})

/** Reads `_redirects.yml`: entries are `from` and `to`, or `gone`. */
export function readRedirects(source: Source): { read: Redirects; problems: Problem[] } {
  const { items, problems } = readItems(source, redirect)
  const redirects: Redirect[] = []
  const gonePlaces: string[] = []
  for (const { data, value } of items) {
    const { from, to, gone } = data
    const where = { file: source.file, place: placeOf(source, value) }
    if (from && to !== undefined && !gone && writtenAddress(from) !== to) {
      redirects.push({ ...from, to, ...where })
      if (from.withoutPage && !from.query)
        problems.push(problemOn(source, entryOf(value, 'from')?.value ?? value, withoutPage(from.from)))
    } else if (gone && !from && to === undefined) {
      if ('place' in gone) gonePlaces.push(gone.place)
      else redirects.push({ ...gone, ...where })
    } else problems.push(problemOn(source, value, incomplete))
  }
  const claims = items.map(({ data: { from, gone }, value }) => {
    const old = from ?? gone
    return { data: { path: old && ('place' in old ? old.place : writtenAddress(old)) }, value }
  })
  problems.push(...repeated(source, claims, 'path'))
  return { read: { redirects, gonePlaces }, problems }
}

const withoutPage = (path: string) => ({
  ...{ severity: 'warning' as const, rule: 'reserved-path' },
  message: `${reservationOf(path)?.message} No page is put there: only hosts that know redirects lead on from it.`,
})

const incomplete = {
  severity: 'error' as const,
  rule: 'redirect',
  message: 'A redirect names an old path and another new one, or a path that is gone.',
  hint: 'Write one of:\n- { from: /articles/old/, to: /articles/new/ }\n- gone: /articles/old/',
}
