import fc from 'fast-check'
import { slugOf } from '@/lib/content/slugs'
import { createLibrary } from '@/lib/library/library'
import { plannedViews } from '@/lib/library/planned-views'
import type { View } from '@/lib/library/views'
import { articlePath, articlesPath } from '@/lib/routes'
import { type Content, changes, content, count, newest } from './some-changes'
import { bodyOf } from './some-library'

type Page = { path: string; digest: string; view: View; text: string }

/** Every page of the site, made of things that no other plan has seen. */
function planOf(from: Content): Page[] {
  const { entries, categories, profiles, bodies } = structuredClone(from)
  const strangers = new Set(entries.flatMap(({ authors }) => authors))
  for (const { name } of profiles) strangers.delete(name)
  const authors = [...profiles, ...[...strangers].map((name) => ({ name, slug: slugOf(name, 'en'), links: [] }))]
  const library = createLibrary({ entries, categories, authors, redirects: [] })
  const body = (slug: string) => ({ ...bodyOf(slug), id: bodies[slug] ?? `body-of-${slug}` })
  return [...plannedViews(library, body, body('about'))].map(({ path, digest, view: make }) => {
    const view = make()
    return { path, digest, view, text: JSON.stringify(view) }
  })
}

/** The pages of a plan that another one has too, each with what it is there. */
function pairsOf(plan: Page[], other: Page[]): { was: Page; is: Page }[] {
  const known = new Map(plan.map((page) => [page.path, page]))
  return other.flatMap((is) => {
    const was = known.get(is.path)
    return was ? [{ was, is }] : []
  })
}

/** Pages that would be kept, though they show something else now. */
const outdated = (plan: Page[], other: Page[]) =>
  pairsOf(plan, other).flatMap(({ was, is }) => (was.digest === is.digest && was.text !== is.text ? [is.path] : []))

const pathsOf = (plan: Page[]) => plan.map(({ path }) => path)
const textsOf = (plan: Page[]) => plan.map(({ path, text }) => `${path} ${text}`)

const before = planOf(content)
const places = [0, 45, count - 1]

describe('the plan of a site', () => {
  it('has one page at each address', () => {
    expect(before.length).toBeGreaterThan(count)
    expect(new Set(pathsOf(before)).size).toBe(before.length)
  })

  it('names the path that the page says of itself', () => {
    expect(before.map(({ view }) => view.path)).toEqual(pathsOf(before))
  })

  it('is the same for the same content', () => {
    expect(planOf(content)).toEqual(before)
  })

  test.each([...changes, ...newest])('keeps no page that is outdated by %s', (_, change) => {
    const plans = places.map((at) => planOf(change(content, at)))
    expect(plans.flatMap((plan) => outdated(before, plan))).toEqual([])
    // At one place at least the change is one.
    expect(plans.some((plan) => textsOf(plan).join() !== textsOf(before).join())).toBe(true)
  })

  it('keeps no page that is outdated by any two changes', () => {
    const change = fc.tuple(fc.constantFrom(...changes, ...newest), fc.nat(count - 1))
    const twice = fc.property(change, change, ([[, first], one], [[, second], other]) => {
      const between = first(content, one)
      const [middle, last] = [planOf(between), planOf(second(between, other))]
      expect([...outdated(before, middle), ...outdated(middle, last), ...outdated(before, last)]).toEqual([])
      expect(new Set(pathsOf(last)).size).toBe(last.length)
    })
    fc.assert(twice, { numRuns: 30 })
  })
})

/** What a page is made of: articles by their slugs, in its lists and of its series, and authors by their names. */
function madeOf(view: View): string[] {
  const cards = 'cards' in view ? view.cards : 'related' in view ? view.related : []
  const slugs = cards.map(({ slug }) => slug)
  if (view.kind !== 'article') return slugs
  const parts = view.series?.parts.map(({ path }) => path) ?? []
  return [view.slug, ...view.authors.map(({ name }) => name), ...parts, ...slugs]
}

/** The articles and authors that are not the same in both. */
function changedBetween(one: Content, other: Content): Set<string> {
  const has = (list: unknown[], thing: unknown) => list.some((known) => JSON.stringify(known) === JSON.stringify(thing))
  const entries = one.entries.filter((entry) => !has(other.entries, entry))
  const authors = one.profiles.filter((author) => !has(other.profiles, author))
  return new Set([...entries.flatMap(({ slug }) => [slug, articlePath(slug)]), ...authors.map(({ name }) => name)])
}

describe('a page that shows what it did', () => {
  // An article is compared whole, though most pages show only a part of it: so these may be rendered for nothing.
  test.each([...changes, ...newest])(
    'is not rendered again for %s, unless it shows the changed article or author',
    (_, change) => {
      const changed = change(content, 45)
      const news = changedBetween(content, changed)
      const needless = pairsOf(before, planOf(changed)).filter(({ was, is }) => {
        return was.digest !== is.digest && was.text === is.text && !madeOf(is.view).some((thing) => news.has(thing))
      })
      expect(needless.map(({ is }) => is.path)).toEqual([])
    },
  )

  it('is most of the site after any change to one article', () => {
    for (const what of ['another title', 'another excerpt', 'another slug', 'one article less']) {
      const change = changes.find(([name]) => name === what)?.[1]
      const pairs = pairsOf(before, planOf(change?.(content, 45) ?? content))
      const kept = pairs.filter(({ was, is }) => was.digest === is.digest)
      expect(kept.length).toBeGreaterThan(before.length * 0.75)
      expect(kept.map(({ is }) => is.path)).not.toContain(articlesPath(5))
    }
  })
})
