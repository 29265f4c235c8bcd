import { guard, quote } from './nginx-syntax'
import { isMoved, type OldPath, spellings } from './old-paths'

/**
 * What nginx reads of a release: where old paths lead, inside of the block that serves the site. It lies in the release,
 * so that a release which is published again brings its own.
 */
export function nginxRedirects(old: readonly OldPath[]): string {
  // With a location twice nginx would not start.
  const byPath = new Map<string, OldPath[]>()
  for (const one of old) for (const path of spellings(one)) byPath.set(path, [...(byPath.get(path) ?? []), one])
  const lines = [...byPath].map(([path, all]) => {
    const asked = all.filter(({ query }) => query).map((one) => `if (${conditionOf(one)}) { return ${answerOf(one)}; }`)
    const always = all.filter(({ query }) => !query).slice(0, 1)
    const answers = [...asked, ...always.map((one) => `return ${answerOf(one)};`)]
    return `location = ${quote(decodeURI(path))} { ${[guard, ...answers].join(' ')} }`
  })
  return ['# Made by `npm run build`. When it has changed:  nginx -s reload', ...lines, ''].join('\n')
}

/** What was asked for besides goes along, but not behind a place, nor what has led here. */
function answerOf(old: OldPath): string {
  if (!isMoved(old)) return '410'
  return old.query || old.to.includes('#') ? `301 ${quote(old.to)}` : `301 ${quote(old.to).slice(0, -1)}$is_args$args"`
}

/** Whether all is asked for, in any order. nginx knows no "and". */
function conditionOf({ query = [] }: OldPath): string {
  const asked = query.map(([name, value]) => `(?=(?:.*&)?${name}=${value.replace(/\./g, '\\.')}(?:&|$))`)
  return `$args ~ ${quote(`^${asked.join('')}`)}`
}
