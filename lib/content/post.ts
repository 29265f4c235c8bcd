import type { Problem } from '../problem'
import { placeAt, problemAt, type Source } from '../source'
import type { Article } from './article'
import type { Category } from './categories'
import { nearest } from './did-you-mean'
import { issueProblems } from './issues'
import { type LazyText, readyText } from './lazy-text'
import { problemOn, spansOf } from './places'
import { shown } from './readers'
import { fieldNames, frontMatter, requiredFields } from './schema'
import { slugOf, slugOfFile } from './slugs'
import { tidied } from './tidy'
import { characterProblems } from './yaml/characters'
import { readFrontMatter } from './yaml/front-matter'
import { cut, type Halves } from './yaml/split-front-matter'
import { dataOf, entryOf, type Value } from './yaml/yaml'

/** What a post is checked against besides itself. */
export type PostContext = { categories: readonly Pick<Category, 'slug' | 'name'>[]; language: string }

/**
 * What is kept of a post whose front matter is not valid, so that its body is checked in the same run, and links to it are not
 * taken for mistakes. Where no slug could be made, another stands in for it; where no body could be found, it is unread.
 */
export type InvalidPost = {
  slug: string
  title: string
  aliases: string[]
  body: LazyText
  bodyLine: number
  draft: boolean
  isUnread?: true
}

export type Parsed = { article: Article; problems: Problem[] } | { problems: Problem[]; invalid?: InvalidPost }

/** One post: an article, or what is wrong with it. Never throws for a writer's mistake; a draft's errors are warnings. */
export function parsePost(source: Source, context: PostContext): Parsed {
  const characters = characterProblems(source)
  const parts = cut(source, requiredFields)
  const invalid = unread(source.file, context.language, source.text)
  if ('problem' in parts) return { problems: [...characters, parts.problem], invalid }
  const { halves } = parts
  const bodyLine = placeAt(source, halves.bodyStart).line
  // YAML with control characters in it is not worth a second complaint.
  if (characters.some(({ line }) => line < bodyLine)) return { problems: characters, invalid }
  return check(source, halves, context, characters)
}

function check(source: Source, halves: Halves, context: PostContext, characters: Problem[]): Parsed {
  const { entries, broken, problems } = readFrontMatter(source, halves.start, halves.end)
  const bodyLine = placeAt(source, halves.bodyStart).line
  if (entries.length + problems.length === 0)
    return { problems: [emptyFrontMatter(source), ...characters], invalid: unread(source.file, context.language) }
  const group: Value = { kind: 'group', start: halves.start, end: halves.end, entries }
  const result = frontMatter.safeParse(dataOf(group))
  const slug = slugFrom(source, group, context)
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
    const spans = spansOf(source, entries, halves.end)
    const { author, slug: _, ...fields } = result.data
    const article: Article = {
      file: source.file,
      slug: slug.slug,
      authors: author,
      ...fields,
      body,
      bodyLine,
      places: () => spans,
    }
    return tidied(article, context.language)
  }
  const draft = textOf(group, 'draft') === 'true'
  const invalid: InvalidPost = {
    slug: 'slug' in slug ? slug.slug : standIn(source.file, context.language),
    title: textOf(group, 'title') ?? '',
    aliases: textsOf(group, 'aliases'),
    body,
    bodyLine,
    draft,
  }
  return { problems: draft ? problems.map(softened) : problems, invalid }
}

/** A post of which no more is known than its name, and the slug that its text may give. */
export function unread(file: string, language: string, text = ''): InvalidPost {
  const given = /^slug:[ \t]*["']?([\w-]+)/m.exec(text.slice(0, 4096))?.[1]
  const slug = given ?? standIn(file, language)
  return { slug, title: '', aliases: [], body: readyText(''), bodyLine: 1, draft: false, isUnread: true }
}

function standIn(file: string, language: string): string {
  const read = slugOfFile(nameOf(file), language)
  return 'slug' in read ? read.slug : slugOf(nameOf(file), language)
}

/** A problem of a draft: said, but nothing that stops the site. */
export const softened = (problem: Problem): Problem => ({ ...problem, severity: 'warning' })

// A slug the schema refuses is the schema's problem; only an absent one is taken from the file's name.
function slugFrom(source: Source, group: Value, { language }: PostContext): { slug: string } | { problem: Problem } {
  const given = textOf(group, 'slug')
  if (given !== undefined) return { slug: given }
  const read = slugOfFile(nameOf(source.file), language)
  if ('slug' in read) return read
  const message = `The slug of this article would come from its file name, which ${read.hindrance}.`
  const hint = 'Add a line with a slug of your own:  slug: some-words'
  return { problem: problemAt(source, 0, 1, { severity: 'error', rule: 'slug', message, hint }) }
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
  const hint = meant ? `Write:  category: ${meant}` : `The categories are ${slugs.join(', ')}.`
  return [problemOn(source, value, { severity: 'error', rule: 'unknown-category', message, hint })]
}

function emptyFrontMatter(source: Source): Problem {
  const message = `The front matter is empty. It needs ${requiredFields.join(', ')}.`
  const hint = requiredFields.map((name) => `${name}: …`).join('\n')
  return problemAt(source, 0, 3, { severity: 'error', rule: 'no-front-matter', message, hint })
}

function textOf(group: Value, name: string): string | undefined {
  const value = entryOf(group, name)?.value
  return value?.kind === 'text' ? value.text.trim() : undefined
}

function textsOf(group: Value, name: string): string[] {
  const value = entryOf(group, name)?.value
  const items = value?.kind === 'list' ? value.items : []
  return items.flatMap((item) => (item.kind === 'text' ? [item.text.trim()] : []))
}

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1)
