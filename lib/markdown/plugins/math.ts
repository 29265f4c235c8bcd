import type { Element, ElementContent, Properties } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import katex, { ParseError } from 'katex'
import type { Root } from 'mdast'
import type { Math as DisplayMath, InlineMath } from 'mdast-util-math'
import { words } from '../../words/words'
import { type Context, reportAt, spanOf, uniqueLabel, writtenAs } from '../context'
import { finishedBlock, finishedInline } from '../elements'
import { replaceAt, walk } from '../walk'

/** Turns TeX into MathML, which browsers draw and screen readers speak without a stylesheet or a script. */
export function renderMath(tree: Root, context: Context): void {
  walk(tree, (node, index, parent) => {
    if (node.type !== 'math' && node.type !== 'inlineMath') return undefined
    const formula = mathElement(node, context)
    if (!formula) return undefined
    const finished =
      node.type === 'inlineMath'
        ? finishedInline('math', formula.properties, formula.children)
        : finishedBlock('div', scrolling(context), [formula])
    replaceAt(parent, index, finished)
    return index + 1
  })
}

const scrolling = (context: Context): Properties => ({
  className: ['math'],
  role: 'group',
  tabIndex: 0,
  ariaLabel: uniqueLabel(context, words.formula),
})

function mathElement(node: DisplayMath | InlineMath, context: Context): Element | undefined {
  try {
    const html = katex.renderToString(node.value, {
      displayMode: node.type === 'math',
      output: 'mathml',
      strict: 'error',
      trust: false,
      maxExpand: 500,
      maxSize: 50,
    })
    return withoutTex(fromHtml(html, { fragment: true }).children[0] as Element)
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    reportTex(node, error, context)
  }
}

/** KaTeX wraps the formula in a span and repeats the TeX beside it: the formula alone remains. */
function withoutTex(span: Element): Element | undefined {
  const [math] = span.children
  if (math?.type !== 'element') return
  const [semantics] = math.children
  const children = semantics?.type === 'element' ? semantics.children.filter(isDrawn) : []
  return { ...math, children }
}

const isDrawn = (node: ElementContent) => node.type !== 'element' || node.tagName !== 'annotation'

function reportTex(node: DisplayMath | InlineMath, error: ParseError, context: Context): void {
  const { offset, length } = spanOf(node)
  const within = writtenAs(context, node).indexOf(node.value)
  const at = within === -1 ? 0 : within + Math.min(error.position ?? 0, node.value.length)
  reportAt(context, offset + at, at === 0 ? length : 1, {
    severity: 'error',
    rule: 'tex',
    message: `This formula cannot be set: ${(error.rawMessage ?? error.message).replace(/[\u0300-\u036f]/g, '')}.`,
    hint: 'Correct the TeX between the dollar signs.',
  })
}
