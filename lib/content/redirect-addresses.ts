import { readPath } from './addresses'
import { refuse, shown } from './readers'
import { reservationOf } from './reserved-names'

/** The names and values behind the `?` of an old address: all of them have to be there. */
export type Query = readonly (readonly [name: string, value: string])[]

/** Where a redirect begins. `withoutPage` where no page that leads on can be put: hosts alone then know of it. */
export type OldAddress = { from: string; query?: Query; withoutPage?: true }

type Read<Value> = { value: Value } | ReturnType<typeof refuse>

const pair = /^[A-Za-z_]\w*=[\w.~-]+$/

/** An old address, as `/old/`, `/feed/` or `/?p=12`. */
export function readOldAddress(text: string): Read<OldAddress> {
  const mark = text.indexOf('?')
  const read = readPathOrFront(mark < 0 ? text : text.slice(0, mark), mark >= 0)
  if (!('value' in read)) return read
  const { value: from } = read
  if (mark < 0) return { value: reservationOf(from) ? { from, withoutPage: true } : { from } }
  const pairs = text.slice(mark + 1).split('&')
  if (!pairs.every((one) => pair.test(one)))
    return refuse('query', `${shown(text)} has no names and values behind its ?.`, 'Write them:  /?p=12')
  return { value: { from, query: pairs.map((one) => one.split('=') as [string, string]), withoutPage: true } }
}

/** Where a redirect leads: a path, the front page too, and a place there if one is named. */
export function readTarget(text: string): Read<string> {
  const [path = '', ...place] = text.split('#')
  const read = readPathOrFront(path, true)
  if (!('value' in read) || !place.length) return read
  return /^[^\s"<>#]+$/.test(place.join('#')) ? { value: `${read.value}#${place[0]}` } : readPath(text)
}

/** What is gone: an old address, or a place on a page. */
export function readGone(text: string): Read<OldAddress | { place: string }> {
  if (!text.includes('#')) return readOldAddress(text)
  const read = readTarget(text)
  return 'value' in read ? { value: { place: read.value } } : read
}

/** An address as it is written. */
export const writtenAddress = ({ from, query }: Pick<OldAddress, 'from' | 'query'>): string =>
  query ? `${from}?${query.map((one) => one.join('=')).join('&')}` : from

const readPathOrFront = (text: string, mayBeFront: boolean): Read<string> =>
  mayBeFront && text === '/' ? { value: text } : readPath(text)
