import * as z from 'zod'
import { type Day, parseDay } from '../days'
import { isReserved, isSlug, slugOf } from './slugs'

/** What is wrong with a value, in the words of a problem. */
export type Refusal = { rule: string; message: string; hint?: string }
type Read<T> = { value: T } | { refusal: Refusal }

/** A field of the schema that is read from text. An empty value is refused before the reader sees it. */
export function readFrom<T>(reader: (text: string) => Read<T>) {
  return z.string().transform((raw, context): T => {
    const text = inOneLine(raw)
    const read = text === '' || text === '~' ? { refusal: empty } : reader(text)
    if ('value' in read) return read.value
    const { rule, message, hint } = read.refusal
    context.addIssue({ code: 'custom', message, params: { rule, hint } })
    return z.NEVER
  })
}

// Cut into lines first: a pattern for spaces around a line's end takes quadratic time on a long row of them.
const inOneLine = (raw: string) => {
  const lines = raw.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join(' ')
}

export const readText = (text: string): Read<string> => ({ value: text })

export function readDay(text: string): Read<Day> {
  const day = parseDay(text)
  return day ? { value: day } : refuse('not-a-day', `${shown(text)} is not a day.`, 'Write a day as 2024-02-29.')
}

export function readYesNo(text: string): Read<boolean> {
  if (text === 'true' || text === 'false') return { value: text === 'true' }
  return refuse('not-true-or-false', `${shown(text)} is neither true nor false.`, 'Write true or false, nothing else.')
}

export function readMinutes(text: string): Read<number> {
  const minutes = Number(/^(\d{1,3})(?: min(?:s|utes?)?)?$/.exec(text)?.[1] ?? 0)
  if (minutes > 0) return { value: minutes }
  return refuse('not-minutes', `${shown(text)} is not a number of minutes.`, 'Write whole minutes:  readTime: 8')
}

export function readSlug(text: string): Read<string> {
  if (isSlug(text)) return { value: text }
  if (isReserved(text)) return refuse('slug', `${shown(text)} is a name that cannot be used.`, 'Choose another slug.')
  const message = `${shown(text)} is not a slug: lower-case a to z, digits and single hyphens.`
  return refuse('slug', message, `Write:  slug: ${slugOf(text, 'en', 'article')}`)
}

export const refuse = (rule: string, message: string, hint?: string) => ({ refusal: { rule, message, hint } })

/** A value in a message: quoted, and never longer than a line. */
export const shown = (text: string) => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`

const empty: Refusal = {
  rule: 'empty-field',
  message: 'The value is empty.',
  hint: 'Write a value, or delete the line.',
}
