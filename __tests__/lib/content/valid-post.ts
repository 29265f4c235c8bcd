import { parsePost } from '@/lib/content/post'
import { isError, type Problem } from '@/lib/problem'
import { sourceOf } from '@/lib/source'

export const fields = {
  title: 'A valve',
  excerpt: 'What a valve knows.',
  category: 'insight',
  author: 'Ada Lovelace',
  date: '2024-02-29',
}

/** A valid post with some lines replaced (by name), added (any other name) or left out (undefined). */
export function post(changes: Record<string, string | undefined> = {}, body = 'Text.\n'): string {
  const lines = Object.entries({ ...fields, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  )
  return ['---', ...lines, '---', body].join('\n')
}

export const categories = [
  { slug: 'insight', name: 'Insight' },
  { slug: 'case-study', name: 'Case study' },
]

export const parse = (text: string, file = 'posts/a-valve.md') =>
  parsePost(sourceOf(file, text), { categories, language: 'en' })

export const placeOf = ({ line, column }: Problem) => `${line}:${column}`

export function articleOf(text: string) {
  const parsed = parse(text)
  if (!('article' in parsed)) throw new Error(JSON.stringify(parsed.problems))
  return parsed.article
}

export const errorsOf = (text: string, file?: string) => parse(text, file).problems.filter(isError)
