import type { Root } from 'mdast'
import { byPlace } from '../../problem'
import { problemAt, sourceOf } from '../../source'
import { type Context, newContext } from '../context'
import { editsOf } from '../edits'
import { growthLimit, largestBody, OverLimit } from '../limits'
import { parseChunks } from '../parse/chunked-parse'
import { checkLineDepth, checkTreeDepth } from '../parse/depth'
import { checkGrowth } from '../parse/growth'
import { hidesWords } from '../plugins/raw-html'
import { placedIn, type Rendered, type Resolve, unrendered } from '../rendered'
import { countWords } from '../text'
import { pipeline } from './pipeline'

export type { Edit, Heading, OwnLink, Rendered, Resolution, Resolve, Target } from '../rendered'

export type RenderOptions = { file: string; bodyLine: number; title: string; resolve: Resolve }

/** Safe HTML of one body, and what a page, a search and the checks need to know of it. */
export async function renderMarkdown(body: string, options: RenderOptions): Promise<Rendered> {
  return placedIn(await renderUnplaced(body, options.title, options.resolve), options.file, options.bodyLine)
}

/** The same, with lines counted from the body's first and no file named: what a cache can keep. */
export async function renderUnplaced(body: string, title: string, resolve: Resolve): Promise<Rendered> {
  const source = sourceOf('', body)
  const context = newContext(source, title, resolve)
  try {
    if (body.length > largestBody) throw new OverLimit(0, 'output-limit')
    checkLineDepth(body)
    checkGrowth(body)
    const parsed = parseChunks(body)
    checkTreeDepth(parsed)
    const file = { value: '', data: { context } }
    const tree = await pipeline.run(parsed, file)
    const html = pipeline.stringify(tree as Root, file)
    if (html.length > growthLimit(body)) throw new OverLimit(0, 'output-limit')
    return finished(html, context)
  } catch (error) {
    if (!(error instanceof OverLimit)) throw error
    const { offset, rule, message, hint } = error
    return unrendered(problemAt(source, offset, 1, { severity: 'error', rule, message, hint }))
  }
}

function finished(html: string, context: Context): Rendered {
  const { headings, innerAnchors, links, text, problems } = context
  const found = { headings, innerAnchors, links, edits: editsOf(context), words: countWords(text) }
  const incomplete = problems.some(hidesWords) ? { isIncomplete: true as const } : {}
  return { html, ...found, text, problems: problems.sort(byPlace), ...incomplete }
}
