import { problemIn } from '../content/places'
import type { Redirect } from '../content/redirects'
import type { Resolution } from '../markdown/rendered'
import type { Problem } from '../problem'

/**
 * The redirects that hold: those that lead somewhere, and what is gone. One to a page that is withheld is a warning: taking
 * something down always publishes.
 */
export function liveRedirects(
  redirects: Redirect[],
  links: (url: string) => Resolution,
): { live: Redirect[]; problems: Problem[] } {
  const live: Redirect[] = []
  const problems: Problem[] = []
  for (const redirect of redirects) {
    const { to, file = '_redirects.yml', place } = redirect
    const resolution = to === undefined ? undefined : links(to)
    if (resolution === undefined || 'href' in resolution) live.push(redirect)
    else problems.push(problemIn(file, place, findingOf(resolution, to ?? '')))
  }
  return { live, problems }
}

function findingOf(resolution: Exclude<Resolution, { href: string }>, to: string) {
  const rule = 'redirect'
  if ('asText' in resolution)
    return { severity: 'warning' as const, rule, message: `${to} is withheld or gone, so nothing leads there for now.` }
  return {
    severity: 'error' as const,
    rule,
    message: `There is no page at ${to} to lead to.`,
    hint: 'missing' in resolution ? (resolution.hint ?? 'Name a page by its path.') : 'Name a page by its path.',
  }
}
