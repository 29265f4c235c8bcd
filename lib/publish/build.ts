import { rm } from 'node:fs/promises'
import type { Withheld } from '../content/article'
import { isError, type Problem } from '../content/problem'
import { viewsOf } from '../library/views'
import { writeColours } from './colours'
import { type Progress, readEdition } from './edition'
import { finishPages } from './finish/finish'
import { nextInternals } from './finish/next-internals'
import { compressRelease } from './host/compress'
import { writeNginxConfiguration } from './host/nginx-files'
import { stampFiles } from './host/stamps'
import { makeFiles } from './made-files'
import { renderPages } from './next'
import { ownFiles } from './own-files'
import { assembleRelease, publishRelease, removeOutdated } from './release'
import { bundleScripts } from './scripts'
import { sitemapGaps } from './sitemap-gaps'
import { brokenLinks } from './verify'
import { writeViews } from './view-store'

/** What a build did. Without `published` it left everything as it was. */
export type Built = {
  problems: Problem[]
  withheld: Withheld[]
  posts: number
  /** `untidy` says why something old could not be deleted after the swap. */
  published?: { articles: number; pages: number; untidy?: string }
}

export type BuildOptions = {
  onProgress?: Progress
  /** Publishes the pages as Next made them, for the day on which Next's inside has changed. */
  plain?: boolean
  /** Puts `.br` and `.gz` beside each text, for servers that look for them. */
  compress?: boolean
}

/** Posts to `out/`: read, render, finish, verify, swap. With an error nothing is published; the last good site stays. */
export async function buildSite({
  onProgress = () => {},
  plain = false,
  compress = false,
}: BuildOptions = {}): Promise<Built> {
  const { problems, withheld, posts, ...edition } = await readEdition(onProgress)
  if (problems.some(isError)) return { problems, withheld, posts }
  const views = viewsOf(edition.library, edition.bodyOf, edition.about)
  onProgress('Rendering pages', 0, views.length)
  await Promise.all([writeColours(), bundleScripts(), writeViews(views)])
  await rm(nextInternals.exportDirectory, { recursive: true, force: true })
  await renderPages()
  onProgress('Rendering pages', views.length, views.length)
  if (!plain) await finishPages()
  const files = [...ownFiles(edition)]
  await makeFiles(files, onProgress)
  const release = await assembleRelease(files, async (folder) => {
    await refuseBrokenLinks(
      folder,
      views.map(({ path }) => path),
    )
    if (compress) await compressRelease(folder, onProgress)
    stampFiles(folder)
  })
  await writeNginxConfiguration()
  await publishRelease(release)
  const untidy = await removeOutdated(release).catch((error: Error) => error.message)
  const articles = edition.library.entries.length
  return { problems, withheld, posts, published: { articles, pages: views.length, ...(untidy ? { untidy } : {}) } }
}

const mostNamed = 20

async function refuseBrokenLinks(release: string, pages: string[]): Promise<void> {
  const broken = [...(await brokenLinks(release)), ...(await sitemapGaps(release, pages))]
  if (!broken.length) return
  const named = broken.slice(0, mostNamed).join('\n')
  const more = broken.length > mostNamed ? `\nand ${broken.length - mostNamed} more` : ''
  throw new Error(`The new site has links that lead nowhere, so it was not published:\n${named}${more}`)
}
