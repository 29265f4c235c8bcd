import { linksIn, type PageLinks } from '../html/page-links'
import { readScripts } from '../page-assets/script-manifest'
import { speculationRules } from '../page-assets/speculation-rules'
import { isText, markupOf } from '../views/markup'
import { finishedPage } from './finished-page'
import { withLateParts } from './late-parts'
import { type PageParts, pageParts } from './page-parts'
import { createStylesheets } from './stylesheets'

/** What a finished page leads to, and the addresses of Next's stylesheets in whose place its own one stands. */
export type FinishedPage = { links: PageLinks; styles?: string }

/** Finishes pages one by one, and knows the stylesheets that stand in them. */
export type Finisher = {
  /** The page as it is published, and what it leads to; nothing where a page that hydrates names markup. */
  finish(file: string, html: string, hydrates?: boolean): Promise<{ text: string; page: FinishedPage } | undefined>
  /** By the addresses of Next's stylesheets, the one that stands in their place. */
  styles(): Record<string, string>
}

/** `directory` holds Next's stylesheets, and is given those that take their place; `before` have been made already. */
export async function createFinisher(directory: string, before: Record<string, string> = {}): Promise<Finisher> {
  const { beforePaint } = await readScripts()
  const stylesheets = createStylesheets(directory, before)
  return {
    async finish(file, exported, hydrates = false) {
      const first = pageParts(exported)
      const html = first.waited && !hydrates ? withLateParts(exported) : exported
      const parts = html === exported ? first : pageParts(html)
      throwIfUnfit(parts.head < 0 ? 'it does not name its character set' : undefined, file)
      if (hydrates && parts.markup.length) return undefined
      if (!hydrates) throwIfUnfit(unfit(parts, [beforePaint, speculationRules]), file)
      const addresses = parts.stylesheets.map(({ address }) => address)
      const stylesheet = hydrates ? undefined : await stylesheets.merged(addresses)
      const links: PageLinks = { ...parts.links, ids: [...parts.links.ids], links: [...parts.links.links] }
      if (stylesheet) links.links.push(stylesheet)
      const text = finishedPage(html, parts, { hydrates, stylesheet, markupOf: (name) => markupIn(name, links) })
      const page: FinishedPage = {
        links: hydrates ? linksIn(text) : links,
        ...(stylesheet ? { styles: addresses.join() } : {}),
      }
      return { text, page }
    },
    styles: () => stylesheets.all(),
  }
}

/** The markup of a name; `links` is given what it leads to. */
function markupIn(name: string, links: PageLinks): string {
  const text = markupOf(name)
  // A drawing leads nowhere, and is longer than the page.
  if (!isText(name)) return text
  const found = linksIn(text)
  links.ids.push(...found.ids)
  links.links.push(...found.links)
  return text
}

/** Keeps links without the pages they were read from: a piece of a text holds on to the whole of it. */
export function internStrings(): (links: PageLinks) => PageLinks {
  const known = new Map<string, string>()
  const own = (text: string) => {
    const found = known.get(text) ?? Buffer.from(text).toString()
    known.set(found, found)
    return found
  }
  return ({ ids, links, canonical }) => ({
    ...{ ids: ids.map(own), links: links.map(own) },
    ...(canonical === undefined ? {} : { canonical: own(canonical) }),
  })
}

/** Why a page cannot do without Next's runtime. */
function unfit({ waited, inlineScripts }: PageParts, known: string[]): string | undefined {
  if (waited) return 'it waited while it was rendered, and some of its late parts would stay hidden'
  const stranger = inlineScripts.find(({ text, isNext }) => !isNext && !known.includes(text))
  return stranger && `it holds an inline script that is neither ours nor known as Next’s: ${stranger.text.slice(0, 80)}`
}

function throwIfUnfit(reason: string | undefined, file: string): void {
  if (!reason) return
  throw new Error(
    `${file} could not be finished: ${reason}.\nUntil this is mended,  npm run build -- --plain  publishes the pages as Next made them.`,
  )
}
