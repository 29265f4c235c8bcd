import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readScripts } from '../script-manifest'
import { speculationRules } from '../speculation-rules'
import { finishedPage } from './finished-page'
import { nextInternals } from './next-internals'
import { type PageParts, pageParts } from './page-parts'
import { renderedPages } from './rendered-pages'
import { createStylesheets } from './stylesheets'
import { removeUnusedAssets } from './used-assets'

/**
 * Turns the pages of Next's export into what readers need: a page without a Client Component of ours loses Next's runtime,
 * one that holds one keeps everything and hydrates. Every page gets its policy.
 */
export async function finishPages(): Promise<void> {
  const directory = nextInternals.exportDirectory
  const [pages, { beforePaint }] = await Promise.all([renderedPages(), readScripts()])
  const stylesheets = createStylesheets(directory)
  for (const { file, hydrates } of pages) {
    const page = path.join(directory, file)
    const html = await readFile(page, 'utf8')
    const parts = pageParts(html)
    refuse(parts.head < 0 ? 'it does not name its character set' : undefined, file)
    if (!hydrates) {
      refuse(unfit(parts, [beforePaint, speculationRules]), file)
      // 404.html has none of its own, and lies beside that of the front page.
      if (path.basename(page) === 'index.html') await removePayload(path.dirname(page))
    }
    const stylesheet = hydrates ? undefined : await stylesheets.merged(parts.stylesheets.map(({ address }) => address))
    await writeFile(page, finishedPage(html, parts, { hydrates, stylesheet }))
  }
  await removeUnusedAssets(
    directory,
    pages.flatMap(({ file, hydrates }) => (hydrates ? [file] : [])),
  )
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

async function removePayload(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (nextInternals.payload.test(name)) await rm(path.join(folder, name))
}
