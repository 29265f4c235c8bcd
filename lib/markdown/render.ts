import type { Root } from 'mdast'
import { byPlace } from '../content/problem'
import { problemAt, sourceOf } from '../content/source'
import { type Context, newContext } from './context'
import { checkLineDepth, checkTreeDepth } from './depth'
import { editsOf } from './edits'
import { checkGrowth } from './growth'
import { growthLimit, largestBody, OverLimit } from './limits'
import { parsePieces } from './pieces'
import { pipeline } from './pipeline'
import { placedIn, type Rendered, type Resolve, unrendered } from './rendered'
import { countWords } from './text'

export type { Edit, Heading, OwnLink, Rendered, Resolution, Resolve, Target } from './rendered'

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
    const parsed = parsePieces(body)
    checkTreeDepth(parsed)
    const file = { value: '', data: { context } }
    const tree = await pipeline.run(parsed, file)
    const html = pipeline.stringify(tree as Root, file)
    if (html.length > growthLimit(body)) throw new OverLimit(0, 'output-limit')
    return finished(html, context)
  } catch (error) {
    if (!(error instanceof OverLimit)) throw error
    const { offset, rule, message, wayOut } = error
    return unrendered(problemAt(source, offset, 1, { severity: 'error', rule, message, wayOut }))
  }
}

function finished(html: string, context: Context): Rendered {
  const { headings, innerAnchors, links, text, problems } = context
  const found = { headings, innerAnchors, links, edits: editsOf(context), words: countWords(text) }
  return { html, ...found, text, problems: problems.sort(byPlace) }
}
