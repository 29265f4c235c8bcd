import { printable, printableJson } from '../printable'
import { formatProblem, isError, type Problem } from '../problem'
import { counted, summarise } from './summary'

export type ReportFormat = 'text' | 'json' | 'github'

/**
 * All problems for a reader of the format, and for people a last line that counts them. As text, many equal warnings are
 * told together unless `all` is asked for.
 */
export function report(
  problems: readonly Problem[],
  posts: number,
  format: ReportFormat = 'text',
  { all = false } = {},
): string {
  if (format === 'json') return printableJson(JSON.stringify(problems, null, 2))
  if (format === 'github') return [...problems.map(githubCommand), tally(problems, posts)].join('\n')
  return [...(all ? problems.map(formatProblem) : summarise(problems)), tally(problems, posts)].join('\n')
}

/** "3 errors, 1 warning in 2 files." or "No problems in 16 posts." */
export function tally(problems: readonly Problem[], posts: number): string {
  if (problems.length === 0) return `No problems in ${counted(posts, 'post')}.`
  const errors = problems.filter(isError).length
  const warnings = problems.length - errors
  const files = new Set(problems.map(({ file }) => file)).size
  const parts = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
  return `${parts.filter(Boolean).join(', ')} in ${counted(files, 'file')}.`
}

// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions: a comma or a colon would end a property.
function githubCommand({ file, line, column, severity, rule, message, hint }: Problem): string {
  const properties = { file, line, col: column, title: rule }
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escaped(printable(String(value)), /[%:,]/g)}`,
  )
  const lines = [message, ...(hint ? hint.split('\n') : [])].map((text) => escaped(printable(text), /%/g))
  return `::${severity} ${written.join(',')}::${lines.join('%0A')}`
}

const escaped = (text: string, unsafe: RegExp) =>
  text.replace(unsafe, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
