import type { Heading, Root, Text } from 'mdast'
import { type Context, reportAt } from '../context'
import { editOutPart } from '../edits'
import { nodesOf } from '../walk'

// Beside the tree, as the words of a heading are read by several steps in turn.
const taken = new WeakMap<Heading, string[]>()

const id = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?/u.source
const ids = new RegExp(`(?:^|\\s+)\\{((?:\\s*#${id})+)\\s*\\}$`, 'u')
const meant = /(?:^|\s+)\{\s*#[^{}]*\}$/u
// Those of footnotes.
const reserved = /^fn(?:ref)?-/

/**
 * Takes `{#some-words}` from the end of headings: an id that the writer has chosen, so that links keep leading there when
 * the words change. Of several the first is the heading's own.
 */
export function takeHeadingIds(tree: Root, context: Context): void {
  const known = new Set<string>()
  for (const heading of nodesOf(tree, 'heading')) {
    const last = heading.children.at(-1)
    if (last?.type === 'text') taken.set(heading, take(last, context, known))
  }
}

/** The ids that a writer has given a heading. */
export const idsOf = (heading: Heading): string[] => taken.get(heading) ?? []

function take(text: Text, context: Context, known: Set<string>): string[] {
  const [whole = '', list = ''] = ids.exec(text.value) ?? []
  const end = text.position?.end.offset ?? 0
  if (!whole) {
    const [attempt = ''] = meant.exec(text.value) ?? []
    if (attempt) reportAt(context, end - attempt.trim().length, attempt.trim().length, malformed)
    return []
  }
  text.value = text.value.slice(0, -whole.length)
  editOutPart(context, end - whole.length, end)
  return list
    .trim()
    .split(/\s+/)
    .map((mark) => mark.slice(1))
    .filter((name) => {
      const finding = reserved.test(name) ? ofNotes(name) : known.has(name) ? repeated(name) : undefined
      known.add(name)
      if (finding) reportAt(context, end - whole.length + whole.indexOf(`#${name}`), name.length + 1, finding)
      return finding === undefined
    })
}

const error = (message: string, hint: string) => ({ severity: 'error' as const, rule: 'heading-id', message, hint })

const malformed = error(
  'This is not the id of a heading.',
  'Write letters, digits and hyphens:  {#some-words}  or delete it.',
)
const ofNotes = (name: string) => error(`Footnotes have ids like #${name}.`, 'Write another:  {#some-words}')
const repeated = (name: string) =>
  error(`A heading above has the id #${name} already.`, 'Delete it from one of the two.')
