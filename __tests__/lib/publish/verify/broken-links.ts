import { deadLinks, filesIn, isPage, linksOf } from '@/lib/publish/verify/links'

/** What leads nowhere in the whole of a release. */
export function brokenLinks(release: string): string[] {
  const files = filesIn(release)
  const pages = new Map([...files].filter(isPage).map((file) => [file, linksOf(release, file)]))
  return deadLinks(pages, files, (page) => pages.get(page)?.ids ?? [])
}
