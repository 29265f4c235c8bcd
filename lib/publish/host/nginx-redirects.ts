import { guard, quote } from './nginx-syntax'
import { isMoved, type OldPath, spellings } from './old-paths'

/**
 * What nginx reads of a release: where old paths lead, inside of the block that serves the site. It lies in the release,
 * so that a release which is published again brings its own.
 */
export function nginxRedirects(old: readonly OldPath[]): string {
  const answers = new Map<string, string>()
  for (const one of old) for (const path of spellings(one)) if (!answers.has(path)) answers.set(path, answerOf(one))
  // With a location twice nginx would not start.
  const lines = [...answers].map(
    ([path, answer]) => `location = ${quote(decodeURI(path))} { ${guard} return ${answer}; }`,
  )
  return ['# Made by `npm run build`. When it has changed:  nginx -s reload', ...lines, ''].join('\n')
}

const answerOf = (old: OldPath) => (isMoved(old) ? `301 ${quote(old.to).slice(0, -1)}$is_args$args"` : '410')
