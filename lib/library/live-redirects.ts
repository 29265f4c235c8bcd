import { problemIn } from '../content/places'
import { writtenAddress } from '../content/redirect-addresses'
import type { Redirect } from '../content/redirects'
import type { Resolution } from '../markdown/rendered'
import type { Problem } from '../problem'
import { withoutBase } from './path-owners'

export type RedirectTargets = {
  /** What answers at a path. */
  links(path: string): Resolution
  /** Whether a file of `public/` lies there. */
  isFile(path: string): boolean
  /** The places that can be linked to at a path; undefined where nobody knows. */
  placesAt(path: string): readonly string[] | undefined
}

/** A redirect that could lead to where it ends at once. */
export type LongWay = { file: string; from: string; to: string }

/**
 * The redirects that hold: those that lead somewhere, and what is gone. One to a page that is withheld is a warning: taking
 * something down always publishes. Whatever leads through others, in a circle or nowhere is an error.
 */
export function liveRedirects(
  redirects: readonly Redirect[],
  targets: RedirectTargets,
): { live: Redirect[]; problems: Problem[]; longWays: LongWay[] } {
  const live: Redirect[] = []
  const problems: Problem[] = []
  const longWays: LongWay[] = []
  const next = new Map(redirects.flatMap(({ from, query, to }) => (query ? [] : [[from, to] as const])))
  for (const redirect of redirects) {
    const { to, file = '_redirects.yml', place } = redirect
    const found = to === undefined ? undefined : findingOf(redirect, to, next, targets)
    if (!found) live.push(redirect)
    else problems.push(problemIn(file, place, { rule: 'redirect', ...found.finding }))
    if (to !== undefined && found?.end !== undefined) longWays.push({ file, from: to, to: found.end })
  }
  return { live, problems, longWays }
}

type Found = { finding: { severity: 'error' | 'warning'; message: string; hint?: string }; end?: string }

function findingOf(
  redirect: Redirect,
  to: string,
  next: ReadonlyMap<string, string | undefined>,
  { links, isFile, placesAt }: RedirectTargets,
): Found | undefined {
  const [path = '', place] = to.split('#')
  const answer = links(path)
  if ('href' in answer) {
    const end = withoutBase(answer.href)
    if (end !== path) {
      const whole = place === undefined ? end : `${end}#${place}`
      return { ...error(`${path} leads on to ${end} itself.`, `Write  to: ${whole}`), end: whole }
    }
    if (place === undefined || (placesAt(path)?.includes(place) ?? true)) return undefined
    return error(`The page at ${path} has no place called #${place}.`, `Write  to: ${path}`)
  }
  if ('asText' in answer) {
    if (!next.has(path) || next.get(path) !== undefined)
      return { finding: { severity: 'warning', message: `${path} is withheld, so nothing leads there for now.` } }
    return error(`${path} is gone itself.`, `Name another page, or write  gone: ${writtenAddress(redirect)}`)
  }
  if (isFile(path)) return undefined
  const circle = circleFrom(path, next)
  if (circle) return error(`${circle.join(' → ')} leads round in a circle.`, 'Let one of them lead to a page.')
  const hint = 'missing' in answer ? answer.hint : undefined
  return error(`There is no page at ${path} to lead to.`, hint ?? 'Name a page by its path.')
}

const error = (message: string, hint: string): Found => ({ finding: { severity: 'error', message, hint } })

const mostSteps = 10

/** The steps of a circle, if it is short enough to be told. */
function circleFrom(path: string, next: ReadonlyMap<string, string | undefined>): string[] | undefined {
  const steps = [path]
  while (steps.length <= mostSteps) {
    const step = next.get(steps.at(-1) ?? '')?.split('#')[0]
    if (step === undefined) return undefined
    steps.push(step)
    if (step === path) return steps
  }
  return undefined
}
