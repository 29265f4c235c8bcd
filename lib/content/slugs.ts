import { createHash } from 'node:crypto'

const longest = 100
// Letters that Unicode does not decompose into an ASCII letter and a mark.
const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ŧ: 't',
}
// Where a language writes such a letter in two, as its readers would type it.
const northern = { æ: 'ae', ø: 'oe', å: 'aa' }
const lettersIn: Record<string, Record<string, string>> = {
  de: { ä: 'ae', ö: 'oe', ü: 'ue' },
  ...{ da: northern, nb: northern, nn: northern, no: northern },
}
const signs: Record<string, string> = { '+': ' plus ', '#': ' sharp ', '&': ' and ', '%': ' percent ' }
// Windows cannot hold files of these names; the others are files and folders of the site itself.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|index|404|page)$/

const known = new Map<string, Map<string, string>>()

/**
 * An ASCII slug of any text, spelled as a language does, by its tag. What cannot be spelled in ASCII gets a short hash instead, so
 * two names stay two slugs.
 */
export function slugOf(text: string, language: string, kind = 'name'): string {
  // The same few names are asked for with every article.
  const key = `${kind} ${language}`
  const ofKind = known.get(key) ?? new Map<string, string>()
  const found = ofKind.get(text)
  if (found !== undefined) return found
  const slug = newSlug(text, kind, language)
  known.set(key, ofKind.set(text, slug))
  return slug
}

function newSlug(text: string, kind: string, language: string): string {
  const { slug, exact } = spelled(text, language)
  if (exact && isSlug(slug)) return slug
  const hash = createHash('sha256').update(text.normalize('NFC').trim().toLowerCase()).digest('hex').slice(0, 6)
  const start = slug.slice(0, longest - 10).replace(/-+$/, '')
  return `${start || kind}-${hash}`
}

/** Whether all letters and digits of a text can be spelled in ASCII. */
export const isSpellable = (text: string) => spelled(text, 'en').exact

export const isSlug = (text: string) =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= longest && !reserved.test(text)

export const isReserved = (slug: string) => reserved.test(slug)

/** The slug of `08-some words.md`, or what hinders it. Only what a reader of the name would expect is changed. */
export function slugOfFile(name: string, language: string): { slug: string } | { hindrance: string } {
  const stem = name.replace(/\.md$/, '').replace(/^(?:\d{4}-\d{2}-\d{2}|\d{2,3})-/, '')
  const { slug, exact } = spelled(stem, language)
  if (!exact || !/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]*$/u.test(stem)) return { hindrance: 'cannot be written as one' }
  if (reserved.test(slug)) return { hindrance: `is a name that cannot be used` }
  return isSlug(slug) ? { slug } : { hindrance: 'is too long' }
}

function spelled(text: string, language: string): { slug: string; exact: boolean } {
  if (/^[a-z0-9]+(?:[ -][a-z0-9]+)*$/.test(text)) return { slug: text.replaceAll(' ', '-'), exact: true }
  const own = lettersIn[new Intl.Locale(language).language] ?? {}
  const plain = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{ASCII}]/gu, (letter) => own[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => letters[letter] ?? letter)
  const slug = plain
    .replace(/[’']/g, '')
    .replace(/[+#&%]/g, (sign) => signs[sign] ?? sign)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return { slug, exact: slug !== '' && !/[\p{L}\p{N}]/u.test(plain.replace(/\p{ASCII}/gu, '')) }
}
