import * as z from 'zod'
import { printable } from '../printable'
import type { Problem } from '../problem'
import { type Finding, problemAt, type Source } from '../source'
import { nearest } from './did-you-mean'
import { problemOn } from './places'
import { entryOf, type Value, valueAt } from './yaml/yaml'
import { quoted, slipIn } from './yaml/yaml-hints'

/** What the checked group is: its fields, which of them could not be read, and where a missing one is reported. */
export type Checked = { source: Source; group: Value; fields: readonly string[]; broken?: Set<string>; home: number }

type Issue = z.core.$ZodIssue
const ways = z.looseObject({ rule: z.string(), hint: z.string().optional() })
// What other engines call these fields.
const elsewhere: Record<string, string> = {
  description: 'excerpt',
  summary: 'excerpt',
  subtitle: 'excerpt',
  image: 'imageUrl',
  cover: 'imageUrl',
  thumbnail: 'imageUrl',
  alt: 'imageAlt',
  published: 'date',
  pubDate: 'date',
  publishedAt: 'date',
  lastmod: 'updated',
  modified: 'updated',
  keywords: 'tags',
  permalink: 'slug',
  canonical: 'canonicalUrl',
  redirect_from: 'aliases',
  byline: 'author',
  title: 'name',
  slogan: 'tagline',
  lang: 'language',
  locale: 'language',
  baseURL: 'url',
  domain: 'url',
  perPage: 'pageSize',
  paginate: 'pageSize',
  founded: 'since',
}

/** The problems of a group that the schema refused, each at the value that is meant. */
export function issueProblems(checked: Checked, issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue) => problemsOf(checked, issue))
}

function problemsOf(checked: Checked, issue: Issue): Problem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(checked, issue.path, key))
  if (issue.code === 'invalid_union') return unionProblems(checked, issue)
  const { source, group, home, broken } = checked
  const name = String(issue.path.at(-1))
  if (isMissing(group, issue.path)) {
    if (broken?.has(name)) return []
    const hint = `Add a line:  ${name}: …`
    return [
      problemAt(source, home, 1, { severity: 'error', rule: 'missing-field', message: `${name} is missing.`, hint }),
    ]
  }
  const value = valueAt(group, issue.path)
  return [problemOn(source, value, findingOf(source, value, name, issue))]
}

function unionProblems(checked: Checked, issue: z.core.$ZodIssueInvalidUnion): Problem[] {
  const fitting = issue.errors.find(
    (branch) => !branch.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  const chosen = fitting ?? issue.errors[0] ?? []
  return chosen.flatMap((inner) => problemsOf(checked, { ...inner, path: [...issue.path, ...inner.path] }))
}

function unknownField({ source, group, fields }: Checked, path: readonly PropertyKey[], key: string): Problem {
  const { start, end } = entryOf(valueAt(group, path), key) ?? group
  const meant = nearest(key, fields) ?? (Object.hasOwn(elsewhere, key) ? elsewhere[key] : undefined)
  const suggestion = meant && fields.includes(meant) ? meant : undefined
  const message = `There is no field "${key.slice(0, 60)}"${suggestion ? `; did you mean "${suggestion}"?` : '.'}`
  const hint = suggestion ? `Write:  ${suggestion}: …` : `The fields are ${fields.join(', ')}.`
  return problemAt(source, start, Math.max(1, end - start), {
    severity: 'error',
    rule: 'unknown-field',
    message,
    hint,
  })
}

function findingOf(source: Source, value: Value, name: string, issue: Issue): Finding {
  const severity = 'error'
  if (issue.code === 'custom') {
    const { rule, hint } = ways.parse(issue.params)
    return { severity, rule, message: issue.message, hint }
  }
  if (issue.code === 'too_small') {
    return {
      severity,
      rule: 'empty-field',
      message: 'The list is empty.',
      hint: 'Write a value, or delete the line.',
    }
  }
  if (issue.code === 'invalid_value' && value.kind === 'text') {
    const allowed = issue.values.map(String)
    const meant = nearest(value.text, allowed)
    const hint = meant ? `Write:  ${name}: ${meant}` : `Write one of ${allowed.join(', ')}.`
    return { severity, rule: 'unknown-value', message: `"${value.text}" is not known here.`, hint }
  }
  const expected = issue.code === 'invalid_type' ? issue.expected : 'string'
  return {
    severity,
    rule: 'wrong-kind',
    message: `${kinds[expected] ?? 'Text'} is expected here, not ${kinds[value.kind]?.toLowerCase()}.`,
    hint: hintOf(source, value, name, expected),
  }
}

const kinds: Record<string, string> = {
  string: 'Text',
  array: 'A list',
  object: 'A group of fields',
  text: 'Text',
  list: 'A list',
  group: 'A group of fields',
}

function hintOf(source: Source, value: Value, name: string, expected: string): string {
  if (expected === 'array' && value.kind === 'text') {
    const items = value.text.split(',').map((item) => item.trim())
    return `Write a list:  ${name}: [${printable(items.map(listItem).join(', '))}]`
  }
  const raw = source.text.slice(value.start, value.end).trim()
  return raw.includes('\n') || /^\d+$/.test(name)
    ? 'Put the value in quotes.'
    : `Put it in quotes:  ${name}: ${quoted(raw)}`
}

// Between brackets more begins something than in a line of its own.
const listItem = (item: string) => (slipIn(item) || /[[\]{}#]/.test(item) ? quoted(item) : item)

function isMissing(group: Value, path: readonly PropertyKey[]): boolean {
  const name = path.at(-1)
  return typeof name === 'string' && !entryOf(valueAt(group, path.slice(0, -1)), name)
}
