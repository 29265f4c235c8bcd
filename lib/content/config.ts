import type * as z from 'zod'
import type { Problem } from '../problem'
import type { Source } from '../source'
import { issueProblems } from './issues'
import { problemOn } from './places'
import { characterProblems } from './yaml/characters'
import { dataOf, entryOf, readYaml, type Value } from './yaml/yaml'

/** One entry of a configuration file, with the places of its values. */
export type Item<T> = { data: T; value: Value }

const mostLexemes = 200_000

/** Reads a file that is a list of groups, each checked by the schema. */
export function readItems<Schema extends z.ZodObject>(source: Source, schema: Schema) {
  const items: Item<z.output<Schema>>[] = []
  const characters = characterProblems(source)
  if (characters.length > 0) return { items, problems: characters }
  const { value, problems } = readYaml(source, { start: 0, end: source.text.length, budget: { lexemes: mostLexemes } })
  const fields = Object.keys(schema.shape)
  if (value && value.kind !== 'list' && dataOf(value) !== '') problems.push(notAList(source, value, fields))
  for (const group of value?.kind === 'list' ? value.items : []) {
    const result = schema.safeParse(dataOf(group))
    if (result.success) items.push({ data: result.data, value: group })
    else problems.push(...issueProblems({ source, group, fields, home: group.start }, result.error.issues))
  }
  return { items, problems }
}

/** An error for each item that repeats what an earlier one holds in a field. */
export function repeated(source: Source, items: readonly Item<Record<string, unknown>>[], field: string): Problem[] {
  const seen = new Set<string>()
  return items.flatMap(({ data, value }) => {
    const key = String(data[field] ?? '').toLowerCase()
    if (key === '') return []
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const message = `${field} "${key}" is given to an entry above already.`
    const place = entryOf(value, field)?.value ?? value
    return [problemOn(source, place, { severity: 'error', rule: 'repeated', message, hint: 'Keep one of the two.' })]
  })
}

function notAList(source: Source, value: Value, fields: readonly string[]): Problem {
  const hint = `Begin each entry with a hyphen:\n- ${fields[0]}: …`
  return problemOn(source, value, {
    severity: 'error',
    rule: 'wrong-kind',
    message: 'This file is a list of entries.',
    hint,
  })
}
