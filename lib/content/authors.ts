import * as z from 'zod'
import type { Problem } from '../problem'
import type { Source } from '../source'
import { readHttps, readPicture } from './addresses'
import type { Article } from './article'
import { readItems, repeated } from './config'
import { type Place, placeIn, placeOf, problemIn, problemOn } from './places'
import { readFrom, readSlug, readText } from './readers'
import { isSpellable, slugOf } from './slugs'
import { valueAt } from './yaml/yaml'

export type Author = {
  name: string
  slug: string
  bio?: string
  links: { label: string; url: string }[]
  picture?: string
}
/** A profile as written, and where its picture stands, for the check that the file exists. */
export type Profile = Author & { picturePlace?: Place }

const text = readFrom(readText)
const profile = z.strictObject({
  name: text,
  slug: readFrom(readSlug).optional(),
  bio: text.optional(),
  links: z.array(z.strictObject({ label: text, url: readFrom(readHttps) })).default([]),
  picture: readFrom(readPicture).optional(),
})

/** Reads `_authors.yml`; addresses are spelled as the language does. Of a profile that has a mistake the name is known. */
export function readProfiles(source: Source, language: string): { read: Profile[]; problems: Problem[] } {
  const { items, refused, problems } = readItems(source, profile)
  problems.push(...repeated(source, items, 'name'))
  const names = new Map<string, string>()
  const profiles = items.map(({ data, value }) => {
    const slug = data.slug ?? slugOf(data.name, language, 'author')
    const holder = names.get(slug)
    const field = data.slug === undefined ? 'name' : 'slug'
    // A name that is given twice has been named already.
    if (holder !== undefined && holder.toLowerCase() !== data.name.toLowerCase())
      problems.push(problemOn(source, valueAt(value, [field]), sameAddress(data.name, holder, slug)))
    names.set(slug, holder ?? data.name)
    return { ...data, slug, picturePlace: data.picture ? placeOf(source, valueAt(value, ['picture'])) : undefined }
  })
  const unread = refused.flatMap(({ data: { name } }) =>
    name ? [{ name, slug: slugOf(name, language, 'author'), links: [] }] : [],
  )
  return { read: [...profiles, ...unread], problems }
}

/** The profiles, then one for each other author of an article. Two names with one address are an error. */
export function authorsOf(
  articles: readonly Article[],
  profiles: readonly Profile[],
  language: string,
): { authors: Author[]; problems: Problem[] } {
  const authors = new Map<string, Author>(profiles.map(({ picturePlace: _, ...author }) => [author.name, author]))
  const names = new Map(profiles.map(({ slug, name }) => [slug, name]))
  const problems: Problem[] = []
  for (const { file, places, authors: written } of articles) {
    for (const [index, name] of written.entries()) {
      if (authors.has(name)) continue
      const slug = slugOf(name, language, 'author')
      const place = () => placeIn(places, `author.${index}`) ?? placeIn(places, 'author')
      const holder = names.get(slug)
      if (holder !== undefined) problems.push(problemIn(file, place(), sameAddress(name, holder, slug)))
      else if (!isSpellable(name)) problems.push(problemIn(file, place(), noAddress(name, slug)))
      authors.set(name, { name, slug, links: [] })
      names.set(slug, name)
    }
  }
  return { authors: [...authors.values()], problems }
}

const profileWay = (name: string) => `Give a slug in _authors.yml:\n- name: ${name}\n  slug: some-name`

const sameAddress = (name: string, holder: string, slug: string) => ({
  severity: 'error' as const,
  rule: 'author-slug',
  message: `The authors "${name}" and "${holder}" would share the address "${slug}".`,
  hint: `${profileWay(name)}\nor write the name in the same way, if they are one.`,
})

const noAddress = (name: string, slug: string) => ({
  severity: 'warning' as const,
  rule: 'author-slug',
  message: `"${name}" cannot be spelled in an address; "${slug}" is used.`,
  hint: profileWay(name),
})
