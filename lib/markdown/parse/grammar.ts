import type { Root } from 'mdast'
import type { Construct, ConstructRecord, Extension } from 'micromark-util-types'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import type { Processor } from 'unified'
import { rememberPlaces } from '../source-positions'
import { counted } from './complexity-guard'
import { outsideBrackets } from './literal-links'
import { readText } from './stretch'
import { unclosed } from './unclosed'

/** The Markdown that writers write, before anything of ours is done with it. */
export const newReader = () =>
  remark().use(remarkGfm).use(remarkMath, { singleDollarTextMath: false }).use(rememberPlaces)

/**
 * Constructs that are tried at each word or each line, in vain almost everywhere, and what a text has to hold for one to be found.
 * `literalAutolink` looks through the finished tree, where a sign of an address may have been written `&…;`.
 */
const costly = [
  { name: 'emailAutolink', isPossible: /@/ },
  { name: 'protocolAutolink', isPossible: /http/i },
  { name: 'wwwAutolink', isPossible: /www/i },
  { name: 'literalAutolink', isPossible: /@|http|www|&#?\w+;/i },
  { name: 'gfmPotentialFootnoteCall', isPossible: /!\[[\s>]*\^/ },
  { name: 'table', isPossible: /\||:-|-:/ },
]

// Made when a text first asks for it.
const parsers = new Map<string, { parse(text: string): Root }>()

/**
 * Parses as the whole grammar would, without what cannot occur in this text, and without what takes the square of its length:
 * that halves the time of most. Throws `OverLimit` where too much of that is left.
 */
export function parse(text: string): Root {
  const absent = costly.filter(({ isPossible }) => !isPossible.test(text)).map(({ name }) => name)
  const key = absent.join()
  const parser = parsers.get(key) ?? newReader().use(leaveOut, absent).use(doNotRepeat)
  parsers.set(key, parser)
  readText(text)
  return parser.parse(text)
}

function leaveOut(this: Processor, names: string[]): void {
  const data = this.data()
  data.micromarkExtensions = data.micromarkExtensions?.map((extension) => without(extension, names))
  data.fromMarkdownExtensions = data.fromMarkdownExtensions
    ?.flat()
    .filter(({ enter }) => !enter || !names.some((name) => name in enter))
}

function doNotRepeat(this: Processor): void {
  const data = this.data()
  const extensions = data.micromarkExtensions?.map(({ text, ...rest }) => ({
    ...rest,
    ...(text && { text: withMemory(text) }),
  }))
  data.micromarkExtensions = [...(extensions ?? []), unclosed, counted]
}

function withMemory(record: ConstructRecord): ConstructRecord {
  const better = (one: Construct) => (one.name?.endsWith('Autolink') ? outsideBrackets(one) : one)
  return Object.fromEntries(Object.entries(record).map(([code, some]) => [code, [some ?? []].flat().map(better)]))
}

function without({ text, flow, ...rest }: Extension, names: string[]): Extension {
  return { ...rest, ...(text && { text: kept(text, names) }), ...(flow && { flow: kept(flow, names) }) }
}

function kept(record: ConstructRecord, names: string[]): ConstructRecord {
  const isKept = ({ name }: Construct) => !name || !names.includes(name)
  const entries = Object.entries(record).map(([code, constructs]) => [code, [constructs ?? []].flat().filter(isKept)])
  return Object.fromEntries(entries.filter(([, constructs]) => constructs?.length))
}
