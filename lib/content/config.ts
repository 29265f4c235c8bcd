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

/**
 * Reads a file that is a list of groups, each checked by the schema. Of one that it refuses, `refused` has what could be read:
 * whoever names such an entry makes no mistake.
 */
export function readItems<Schema extends z.ZodObject>(source: Source, schema: Schema) {
  const items: Item<z.output<Schema>>[] = []
  const refused: Item<Partial<z.output<Schema>>>[] = []
  const { value, problems } = readWhole(source)
  const fields = Object.keys(schema.shape)
  if (value && value.kind !== 'list' && dataOf(value) !== '') problems.push(notAList(source, value, fields))
  for (const group of value?.kind === 'list' ? value.items : []) {
    const read = checked(source, group, schema, group.start)
    if ('data' in read) items.push({ data: read.data, value: group })
    else refused.push({ data: read.partly, value: group })
    problems.push(...read.problems)
  }
  return { items, refused, problems }
}

/** Reads a file that is one group, checked by the schema. What that refuses has no data. */
export function readGroup<Schema extends z.ZodObject>(source: Source, schema: Schema) {
  const { value, problems } = readWhole(source)
  if (problems.length) return { data: {} as Partial<z.output<Schema>>, problems, value }
  const isEmpty = !value || dataOf(value) === ''
  if (!isEmpty && value.kind !== 'group')
    return { data: {}, problems: [notAGroup(source, value, Object.keys(schema.shape))], value }
  const group: Value = isEmpty ? { kind: 'group', entries: [], start: 0, end: 0 } : value
  const read = checked(source, group, schema, 0)
  return { data: 'data' in read ? read.data : read.partly, problems: read.problems, value: group }
}

function readWhole(source: Source): { value?: Value; problems: Problem[] } {
  const characters = characterProblems(source)
  if (characters.length > 0) return { problems: characters }
  return readYaml(source, { start: 0, end: source.text.length, budget: { lexemes: mostLexemes } })
}

type Read<Schema extends z.ZodObject> = { problems: Problem[] } & (
  | { data: z.output<Schema> }
  | { partly: Partial<z.output<Schema>> }
)

function checked<Schema extends z.ZodObject>(source: Source, group: Value, schema: Schema, home: number): Read<Schema> {
  const data = dataOf(group)
  const result = schema.safeParse(data)
  if (result.success) return { data: result.data, problems: [] }
  const fields = Object.entries<z.ZodType>(schema.shape)
  const problems = issueProblems({ source, group, fields: fields.map(([name]) => name), home }, result.error.issues)
  const given = data !== null && typeof data === 'object' ? data : {}
  const partly = fields.flatMap(([name, field]) => {
    const read = field.safeParse(Reflect.get(given, name))
    return read.success && read.data !== undefined ? [[name, read.data]] : []
  })
  return { partly: Object.fromEntries(partly) as Partial<z.output<Schema>>, problems }
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

function notAGroup(source: Source, value: Value, fields: readonly string[]): Problem {
  return problemOn(source, value, {
    severity: 'error',
    rule: 'wrong-kind',
    message: 'This file is a group of fields.',
    hint: `Write each on a line of its own:\n${fields[0]}: …`,
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
