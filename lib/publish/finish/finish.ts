import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isText, markupOf } from '../markup'
import { linksIn, type PageLinks } from '../page-links'
import { readScripts } from '../script-manifest'
import { speculationRules } from '../speculation-rules'
import { placeholder } from '../view-store'
import { finishedPage } from './finished-page'
import { nextInternals } from './next-internals'
import { type PageParts, pageParts } from './page-parts'
import { renderedPages } from './rendered-pages'
import { createStylesheets } from './stylesheets'

/** What a finished page leads to, and the addresses of Next's stylesheets in whose place its own one stands. */
export type FinishedPage = { links: PageLinks; styles?: string }

export type FinishOptions = {
  /** The files of the pages to finish, as `/articles/a/index.html`; all unless told. */
  only?: ReadonlySet<string>
  /** Stylesheets that were merged before, by the addresses they were made of. */
  styles?: Record<string, string>
}

/** Pages by their files, every stylesheet they ask for, and which of them keep Next's runtime. */
export type Finished = { pages: Map<string, FinishedPage>; styles: Record<string, string>; hydrating: string[] }

/**
 * Turns the pages of Next's export into what readers need: a page without a Client Component of ours loses Next's runtime,
 * one that holds one keeps everything and hydrates. Every page gets its policy, and the markup it names. Where a page that
 * hydrates names markup nothing is returned: it has to be rendered with it.
 */
export async function finishPages({ only, styles = {} }: FinishOptions = {}): Promise<Finished | undefined> {
  const directory = nextInternals.exportDirectory
  const [all, { beforePaint }] = await Promise.all([renderedPages(), readScripts()])
  // A stand-in for an empty list is no page that anybody will see.
  const rendered = all.filter(({ file }) => (only ? only.has(`/${file}`) : !file.split('/').includes(placeholder)))
  const stylesheets = createStylesheets(directory, styles)
  const finished = new Map<string, FinishedPage>()
  const kept = keeper()
  // In one go: with promises, most of the time would be spent waiting for each other.
  for (const { file, hydrates } of rendered) {
    const page = path.join(directory, file)
    const html = readFileSync(page, 'utf8')
    const parts = pageParts(html)
    refuse(parts.head < 0 ? 'it does not name its character set' : undefined, file)
    if (hydrates && parts.markup.length) return undefined
    if (!hydrates) {
      refuse(unfit(parts, [beforePaint, speculationRules]), file)
      // 404.html has none of its own, and lies beside that of the front page.
      if (path.basename(page) === 'index.html') removePayload(path.dirname(page))
    }
    const addresses = parts.stylesheets.map(({ address }) => address)
    const stylesheet = hydrates ? undefined : await stylesheets.merged(addresses)
    const links: PageLinks = { ids: [...parts.links.ids], links: [...parts.links.links] }
    if (stylesheet) links.links.push(stylesheet)
    const markup = (name: string) => {
      const text = markupOf(name)
      // A drawing leads nowhere, and is longer than the page.
      if (!isText(name)) return text
      const { ids, links: found } = linksIn(text)
      links.ids.push(...ids)
      links.links.push(...found)
      return text
    }
    const text = finishedPage(html, parts, { hydrates, stylesheet, markupOf: markup })
    writeFileSync(page, text)
    finished.set(`/${file}`, {
      links: kept(hydrates ? linksIn(text) : links),
      ...(stylesheet ? { styles: addresses.join() } : {}),
    })
  }
  const hydrating = rendered.flatMap(({ file, hydrates }) => (hydrates ? [file] : []))
  return { pages: finished, styles: stylesheets.all(), hydrating }
}

/** Keeps links without the pages they were read from: a piece of a text holds on to the whole of it. */
function keeper(): (links: PageLinks) => PageLinks {
  const known = new Map<string, string>()
  const own = (text: string) => {
    const found = known.get(text) ?? Buffer.from(text).toString()
    known.set(found, found)
    return found
  }
  return ({ ids, links }) => ({ ids: ids.map(own), links: links.map(own) })
}

/** Why a page cannot do without Next's runtime. */
function unfit({ waited, inlineScripts }: PageParts, known: string[]): string | undefined {
  if (waited) return 'it waited while it was rendered, so parts of it would stay hidden'
  const stranger = inlineScripts.find(({ text, isNext }) => !isNext && !known.includes(text))
  return stranger && `it holds an inline script that is neither ours nor known as Next’s: ${stranger.text.slice(0, 80)}`
}

function refuse(reason: string | undefined, file: string): void {
  if (!reason) return
  throw new Error(
    `${file} could not be finished: ${reason}.\nUntil this is mended,  npm run build -- --plain  publishes the pages as Next made them.`,
  )
}

function removePayload(folder: string): void {
  for (const name of readdirSync(folder)) if (nextInternals.payload.test(name)) rmSync(path.join(folder, name))
}
