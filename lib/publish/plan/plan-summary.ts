import type { Manifest } from '../release/manifest'
import type { Difference, Plan } from './plan'

/** What a build will do, for who waits for it. */
export function wordsOf({ pages, files, gonePages, goneFiles }: Difference, plan: Plan, manifest: Manifest): string {
  const isNew = (path: string) => !manifest.pages.has(path)
  const articles = pages.filter((path) => plan.pages.get(path)?.route === 'article')
  const fresh = articles.filter(isNew).length
  const lists = pages.length - articles.length
  const done = [
    fresh && `${counted(fresh, 'new article')}`,
    articles.length > fresh && `${counted(articles.length - fresh, 'article page')} changed`,
    lists && `${counted(lists, 'list')} ${lists === 1 ? 'shows' : 'show'} them`,
    gonePages.length && `${counted(gonePages.length, 'page')} gone`,
    `${counted(plan.pages.size - pages.length, 'page')} kept`,
    `${counted(files.length, 'other file')} new or changed`,
    goneFiles.length && `${goneFiles.length} gone`,
  ]
  return `${done.filter(Boolean).join(', ')}.`
}

const counted = (number: number, noun: string) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
