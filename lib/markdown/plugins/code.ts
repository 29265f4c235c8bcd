import { closest, distance } from 'fastest-levenshtein'
import type { ElementContent, Properties } from 'hast'
import type { Code, Parents, Root } from 'mdast'
import { words } from '../../words/words'
import { type Context, reportAt, spanOf, uniqueLabel, writtenAs } from '../context'
import { finishedBlock, hast, hastText } from '../elements'
import { walk } from '../walk'
import { readCodeMeta } from './code-meta'
import { highlight, isKnownLanguage, knownLanguages, type Token } from './highlighter'

// Longer code is data: highlighting it would cost more than it helps.
const longestHighlighted = 50 * 1024

/** Turns code blocks into figures, highlighted by classes. */
export async function renderCode(tree: Root, context: Context): Promise<void> {
  const blocks: { node: Code; parent: Parents }[] = []
  walk(tree, (node, _, parent) => {
    if (node.type === 'code') blocks.push({ node, parent })
    return undefined
  })
  for (const { node, parent } of blocks) {
    const figure = await codeFigure(node, context)
    const siblings = parent.children as (typeof figure | Code)[]
    siblings[siblings.indexOf(node)] = figure
  }
}

async function codeFigure(node: Code, context: Context) {
  const { title, marked, numbers } = readCodeMeta(node.meta ?? '')
  const language = languageOf(node, context)
  const isLong = node.value.length > longestHighlighted
  const lines = await highlight(node.value, isLong ? 'text' : language)
  const name = title || (language === 'text' ? '' : language)
  const pre: Properties = {
    className: numbers ? ['code-block', 'numbers'] : ['code-block'],
    tabIndex: 0,
    role: 'group',
    ariaLabel: uniqueLabel(context, words.code(name || undefined)),
  }
  const code = hast(
    'code',
    language === 'text' ? {} : { className: [`language-${language}`] },
    lines.flatMap((tokens, index) => lineOf(tokens, marked.has(index + 1), index > 0)),
  )
  const caption = title ? [hast('figcaption', { className: ['code-title'] }, [hastText(title)])] : []
  return finishedBlock('figure', { className: ['code'] }, [...caption, hast('pre', pre, [code])])
}

function lineOf(tokens: Token[], isMarked: boolean, isFollowing: boolean): ElementContent[] {
  const className = isMarked ? ['line', 'marked'] : ['line']
  const content = tokens.map(({ role, text }) =>
    role ? hast('span', { className: [`t-${role}`] }, [hastText(text)]) : hastText(text),
  )
  return [...(isFollowing ? [hastText('\n')] : []), hast('span', { className }, content)]
}

function languageOf(node: Code, context: Context): string {
  const written = node.lang ?? ''
  const language = written.toLowerCase()
  if (written === '') return 'text'
  if (isKnownLanguage(language)) return language
  const near = closest(language.slice(0, 40), [...knownLanguages])
  const isNear = distance(language.slice(0, 40), near) <= Math.max(1, language.length / 3)
  const at = Math.max(0, writtenAs(context, node).indexOf(written))
  reportAt(context, spanOf(node).offset + at, written.length, {
    severity: 'warning',
    rule: 'unknown-language',
    message: `No language is called "${written.slice(0, 40)}"${isNear ? `: did you mean "${near}"?` : '.'}`,
    hint: 'The code is shown plain. Write text for something that is no code.',
  })
  return 'text'
}
