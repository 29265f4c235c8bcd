import { rm } from 'node:fs/promises'
import type { Withheld } from '../content/article'
import { isError, type Problem } from '../content/problem'
import { viewsOf } from '../library/views'
import { type Progress, readEdition } from './edition'
import { exportDirectory, renderPages } from './next'
import { assembleRelease, publishRelease } from './release'
import { bundleScripts, writeColours } from './scripts'
import { brokenLinks } from './verify'
import { writeViews } from './view-store'

export type Built = {
  problems: Problem[]
  withheld: Withheld[]
  posts: number
  articles: number
  pages: number
  published: boolean
}

/** Posts to `out/`: read, render, verify, swap. With an error nothing is published, and the last good site stays. */
export async function buildSite(onProgress: Progress = () => {}): Promise<Built> {
  const edition = await readEdition(onProgress)
  const { library, problems, withheld, posts, pictures } = edition
  const views = viewsOf(library, edition.bodyOf, edition.about)
  const built = { problems, withheld, posts, articles: library.entries.length, pages: views.length }
  if (problems.some(isError)) return { ...built, published: false }
  onProgress('Rendering pages', 0, views.length)
  await prepare(views)
  await rm(exportDirectory, { recursive: true, force: true })
  await renderPages()
  onProgress('Rendering pages', views.length, views.length)
  const release = await assembleRelease(library, pictures)
  const broken = await brokenLinks(release)
  if (broken.length) {
    await rm(release, { recursive: true, force: true })
    throw new Error(`The new site has links that lead nowhere, so it was not published:\n${broken.join('\n')}`)
  }
  await publishRelease(release)
  return { ...built, published: true }
}

async function prepare(views: Parameters<typeof writeViews>[0]): Promise<void> {
  await Promise.all([writeColours(), bundleScripts(), writeViews(views)])
}
