import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { exportDirectory } from '../next/directories'
import { isPayload } from '../next/page-markup'
import { renderedPages } from '../next/rendered-pages'
import { placeholder } from '../views/view-store'
import { createFinisher, type FinishedPage, internStrings } from './finisher'

/** Pages by their files, every stylesheet they ask for, and which of them keep Next's runtime. */
export type Finished = {
  pages: Map<string, FinishedPage>
  styles: Record<string, string>
  hydrating: string[]
}

/**
 * Turns the pages of Next's export into what readers need: a page without a Client Component of ours loses Next's runtime,
 * one that holds one keeps everything and hydrates. Every page gets its policy, and the markup it names. Where a page that
 * hydrates names markup nothing is returned: it has to be rendered with it.
 */
export async function finishExport(): Promise<Finished | undefined> {
  const rendered = await renderedPages()
  const finisher = await createFinisher(exportDirectory)
  const pages = new Map<string, FinishedPage>()
  const kept = internStrings()
  // In one go: with promises, most of the time would be spent waiting for each other.
  for (const { file, hydrates } of rendered) {
    // A stand-in for an empty list is no page that anybody will see.
    if (file.split('/').includes(placeholder)) continue
    const place = path.join(exportDirectory, file)
    const finished = await finisher.finish(file, readFileSync(place, 'utf8'), hydrates)
    if (!finished) return undefined
    // 404.html has none of its own, and lies beside that of the front page.
    if (!hydrates && path.basename(place) === 'index.html') removePayload(path.dirname(place))
    writeFileSync(place, finished.text)
    pages.set(`/${file}`, { ...finished.page, links: kept(finished.page.links) })
  }
  const hydrating = rendered.flatMap(({ file, hydrates }) => (hydrates ? [file] : []))
  return { pages, styles: finisher.styles(), hydrating }
}

function removePayload(folder: string): void {
  for (const name of readdirSync(folder)) if (isPayload(name)) rmSync(path.join(folder, name))
}
