import { isMap, isSeq, type Node, type Pair, Scalar } from 'yaml'
import type { Problem } from '../../problem'
import { problemAt, type Source } from '../../source'
import { forbiddenAt, holdsForbidden } from './characters'
import { readDocument, type Stretch } from './yaml-document'

/** One YAML value with its place in the file. All that is not a list or a group is text, as written. */
export type Value = Span &
  ({ kind: 'text'; text: string } | { kind: 'list'; items: Value[] } | { kind: 'group'; entries: Entry[] })
export type Entry = { name: string; start: number; end: number; value: Value }

type Span = { start: number; end: number }
type Reading = { source: Source; base: number; problems: Problem[] }
const deepest = 5

/** Reads one stretch of a file into values. Without a value there is at least one problem, or nothing but comments. */
export function readYaml(source: Source, stretch: Stretch): { value?: Value; problems: Problem[] } {
  const read = readDocument(source, stretch)
  if ('problems' in read) return read
  const reading = { source, base: stretch.start, problems: [] }
  const { contents } = read.document
  return { value: contents ? readNode(reading, contents, deepest) : undefined, problems: reading.problems }
}

/** The value as plain data, for validation. A key of any name is only ever an own property. */
export function dataOf(value: Value): unknown {
  if (value.kind === 'text') return value.text
  if (value.kind === 'list') return value.items.map(dataOf)
  const data: Record<string, unknown> = Object.create(null)
  for (const entry of value.entries) data[entry.name] = dataOf(entry.value)
  return data
}

/** The value at the end of a path, or the nearest one above it. */
export function valueAt(value: Value, [head, ...rest]: readonly PropertyKey[]): Value {
  if (head === undefined) return value
  const inner = value.kind === 'list' ? value.items[Number(head)] : entryOf(value, head)?.value
  return inner ? valueAt(inner, rest) : value
}

export function entryOf(value: Value, name: PropertyKey): Entry | undefined {
  return value.kind === 'group' ? value.entries.find((entry) => entry.name === name) : undefined
}

function readNode(reading: Reading, node: Node, depth: number): Value {
  const place = spanOf(reading, node)
  if (node instanceof Scalar) return { ...place, kind: 'text', text: textOf(reading, node, place) }
  if (depth === 0) {
    report(reading, place, 'too-deep', 'Lists and groups lie too deep in one another here.', 'Keep the fields flat.')
    return { ...place, kind: 'text', text: '' }
  }
  if (isSeq<Node>(node))
    return { ...place, kind: 'list', items: node.items.map((item) => readNode(reading, item, depth - 1)) }
  const entries = isMap<Node, Node | null>(node) ? entriesOf(reading, node.items, depth) : []
  return { ...place, kind: 'group', entries }
}

const spanOf = ({ base }: Reading, { range }: Node): Span => ({
  start: base + (range?.[0] ?? 0),
  end: base + (range?.[1] ?? 0),
})

function entriesOf(reading: Reading, pairs: Pair<Node, Node | null>[], depth: number): Entry[] {
  const entries = new Map<string, Entry>()
  for (const { key, value } of pairs) {
    const place = spanOf(reading, key)
    const name = key instanceof Scalar ? String(key.value) : ''
    const inner: Value = value ? readNode(reading, value, depth - 1) : { ...place, kind: 'text', text: '' }
    // An empty value has no place of its own that a marker could stand under; its name has.
    const entry = { name, ...place, value: inner.end > inner.start ? inner : { ...inner, ...place } }
    if (!(key instanceof Scalar))
      report(reading, place, 'yaml', 'The name of a field is text.', 'Write a name, a colon and a space.')
    else if (name === '<<')
      report(reading, place, 'merge-key', 'YAML merge keys are not used here.', 'Write the fields out.')
    else if (entries.has(name))
      report(reading, place, 'duplicate-field', `${name} is given twice.`, 'Keep one of the two.')
    else entries.set(name, entry)
  }
  return [...entries.values()]
}

// Raw control characters are found in the file as a whole; here only an escape can bring one in.
function textOf(reading: Reading, node: Scalar, { start, end }: Span): string {
  const text = String(node.value ?? '')
  if (node.type !== 'QUOTE_DOUBLE' || !holdsForbidden(text)) return text
  const raw = reading.source.text.slice(start, end)
  for (const found of raw.matchAll(/\\(?:x..|u.{4}|U.{8}|.)/g)) {
    const character = unescaped(found[0])
    if (!holdsForbidden(character)) continue
    reading.problems.push(forbiddenAt(reading.source, start + found.index, found[0].length, character))
    break
  }
  return text
}

function unescaped(written: string): string {
  const short: Record<string, number> = {
    '\\0': 0,
    '\\a': 7,
    '\\b': 8,
    '\\v': 11,
    '\\f': 12,
    '\\r': 13,
    '\\e': 27,
    '\\N': 0x85,
  }
  const code = short[written] ?? Number.parseInt(written.slice(2), 16)
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

function report({ source, problems }: Reading, { start, end }: Span, rule: string, message: string, hint: string) {
  problems.push(problemAt(source, start, Math.max(1, end - start), { severity: 'error', rule, message, hint }))
}
