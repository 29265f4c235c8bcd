import type { Fix } from '../addresses/fixes'
import type { Content } from '../content/loader'
import type { Redirect } from '../content/redirects'
import { liveRedirects } from '../library/live-redirects'
import { anchorsOf, type Resolution } from '../markdown/rendered'
import type { RenderedBody } from '../markdown/worker/bodies'
import type { Problem } from '../problem'
import { site } from '../site'

type LoadedRedirects = { live: Redirect[]; problems: Problem[]; fixes: Fix[] }

/** The redirects that hold among these pages, and what would mend those that take a long way. */
export function loadRedirects(
  { redirects, publicFolder }: Content,
  links: (path: string) => Resolution,
  pages: readonly { path: string; rendered: RenderedBody }[],
): LoadedRedirects {
  const byPath = new Map(redirects.length ? pages.map(({ path, rendered }) => [path, rendered]) : [])
  const { live, problems, longWays } = liveRedirects(redirects, {
    links,
    isFile: (path) => publicFolder.find(path) !== undefined,
    placesAt(path) {
      const rendered = byPath.get(site.basePath + path)
      return rendered && !rendered.isIncomplete ? anchorsOf(rendered.outline()) : undefined
    },
  })
  return { live, problems, fixes: longWays.map((way): Fix => ({ kind: 'target', ...way })) }
}
