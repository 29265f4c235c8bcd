import type { Article } from './article'
import type { Category } from './categories'
import { characterProblems } from './characters'
import { cut, type Halves } from './fence'
import { readFrontMatter } from './front-matter'
import { issueProblems } from './issues'
import { type LazyText, readyText } from './lazy-text'
import { nearest } from './names'
import { placesOf, problemOn } from './places'
import type { Problem } from './problem'
import { shown } from './readers'
import { fieldNames, frontMatter, requiredFields } from './schema'
import { slugOfFile } from './slugs'
import { placeAt, problemAt, type Source } from './source'
import { tidied } from './tidy'
import { dataOf, entryOf, type Value } from './yaml'

/** What a post is checked against besides itself. */
export type PostContext = { categories: readonly Pick<Category, 'slug' | 'name'>[] }

/** What is kept of a post whose front matter is not valid, so that its body is checked in the same run. */
export type Unsound = { slug: string; title: string; body: LazyText; bodyLine: number; draft: boolean }

export type Parsed = { article: Article; problems: Problem[] } | { problems: Problem[]; unsound?: Unsound }

/** One post: an article, or what is wrong with it. Never throws for a writer's mistake; a draft's errors are warnings. */
export function parsePost(source: Source, context: PostContext): Parsed {
  const characters = characterProblems(source)
  const parts = cut(source, requiredFields)
  if ('problem' in parts) return { problems: [...characters, parts.problem] }
  const { halves } = parts
  const bodyLine = placeAt(source, halves.bodyStart).line
  // YAML with control characters in it is not worth a second complaint.
  if (characters.some(({ line }) => line < bodyLine)) return { problems: characters }
  return check(source, halves, context, characters)
}

function check(source: Source, halves: Halves, context: PostContext, characters: Problem[]): Parsed {
  const { entries, broken, problems } = readFrontMatter(source, halves.start, halves.end)
  const bodyLine = placeAt(source, halves.bodyStart).line
  if (entries.length + problems.length === 0) return { problems: [emptyFrontMatter(source), ...characters] }
  const group: Value = { kind: 'group', start: halves.start, end: halves.end, entries }
  const result = frontMatter.safeParse(dataOf(group))
  const slug = slugFrom(source, group)
  problems.push(
    ...characters,
    ...('problem' in slug ? [slug.problem] : []),
    ...categoryProblems(source, group, context),
  )
  if (!result.success) {
    problems.push(...issueProblems({ source, group, fields: fieldNames, broken, home: 0 }, result.error.issues))
  }
  const body = readyText(halves.body)
  if (result.success && 'slug' in slug && problems.length === 0) {
    const places = placesOf(source, entries)
    const { author, slug: _, ...fields } = result.data
    const article: Article = {
      file: source.file,
      slug: slug.slug,
      authors: author,
      ...fields,
      body,
      bodyLine,
      at: (field) => places[field],
    }
    return tidied(article)
  }
  const draft = textOf(group, 'draft') === 'true'
  const unsound: Unsound = {
    slug: 'slug' in slug ? slug.slug : '',
    title: textOf(group, 'title') ?? '',
    body,
    bodyLine,
    draft,
  }
  return { problems: draft ? problems.map(softened) : problems, unsound }
}

/** A problem of a draft: said, but nothing that stops the site. */
export const softened = (problem: Problem): Problem => ({ ...problem, severity: 'warning' })

// A slug the schema refuses is the schema's problem; only an absent one is taken from the file's name.
function slugFrom(source: Source, group: Value): { slug: string } | { problem: Problem } {
  const given = textOf(group, 'slug')
  if (given !== undefined) return { slug: given }
  const name = source.file.slice(source.file.lastIndexOf('/') + 1)
  const read = slugOfFile(name)
  if ('slug' in read) return read
  const message = `The slug of this article would come from its file name, which ${read.hindrance}.`
  const wayOut = 'Add a line with a slug of your own:  slug: some-words'
  return { problem: problemAt(source, 0, 1, { severity: 'error', rule: 'slug', message, wayOut }) }
}

function categoryProblems(source: Source, group: Value, { categories }: PostContext): Problem[] {
  const value = entryOf(group, 'category')?.value
  if (value?.kind !== 'text' || value.text.trim() === '' || value.text === '~' || categories.length === 0) return []
  const slugs = categories.map(({ slug }) => slug)
  const written = value.text.trim()
  if (slugs.includes(written)) return []
  const named = categories.find(({ name }) => name.toLowerCase() === written.toLowerCase())?.slug
  const meant = named ?? nearest(written, slugs)
  const message = `There is no category ${shown(written)}${meant ? `; did you mean "${meant}"?` : '.'}`
  const wayOut = meant ? `Write:  category: ${meant}` : `The categories are ${slugs.join(', ')}.`
  return [problemOn(source, value, { severity: 'error', rule: 'unknown-category', message, wayOut })]
}

function emptyFrontMatter(source: Source): Problem {
  const message = `The front matter is empty. It needs ${requiredFields.join(', ')}.`
  const wayOut = requiredFields.map((name) => `${name}: …`).join('\n')
  return problemAt(source, 0, 3, { severity: 'error', rule: 'no-front-matter', message, wayOut })
}

function textOf(group: Value, name: string): string | undefined {
  const value = entryOf(group, name)?.value
  return value?.kind === 'text' ? value.text.trim() : undefined
}
