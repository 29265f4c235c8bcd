import { formatProblem, isError, type Problem } from './problem'

export type ReportFormat = 'text' | 'json' | 'github'
const mostOfOneKind = 20

/** All problems for a reader of the format, and for people a last line that counts them. */
export function report(problems: readonly Problem[], posts: number, format: ReportFormat = 'text'): string {
  if (format === 'json') return JSON.stringify(problems, null, 2)
  if (format === 'github') return [...problems.map(githubCommand), tally(problems, posts)].join('\n')
  return [...summarise(problems).map(formatProblem), tally(problems, posts)].join('\n')
}

/** The same problems, but after twenty warnings of one rule a single one that counts the others. */
export function summarise(problems: readonly Problem[]): Problem[] {
  const counts = new Map<string, number>()
  for (const { rule, severity } of problems) if (severity === 'warning') counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const seen = new Map<string, number>()
  return problems.flatMap((problem) => {
    if (isError(problem)) return [problem]
    const number = (seen.get(problem.rule) ?? 0) + 1
    seen.set(problem.rule, number)
    if (number <= mostOfOneKind) return [problem]
    const left = (counts.get(problem.rule) ?? 0) - mostOfOneKind
    if (number > mostOfOneKind + 1 || left === 1) return number > mostOfOneKind + 1 ? [] : [problem]
    const { excerpt: _, wayOut: __, ...place } = problem
    return [{ ...place, message: `This and ${left - 1} more of the same kind.` }]
  })
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

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions: a comma or a colon would end a property.
function githubCommand({ file, line, column, severity, rule, message, wayOut }: Problem): string {
  const properties = { file, line, col: column, title: rule }
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escaped(String(value), /[%\r\n:,]/g)}`)
  return `::${severity} ${written.join(',')}::${escaped(wayOut ? `${message}\n${wayOut}` : message, /[%\r\n]/g)}`
}

const escaped = (text: string, unsafe: RegExp) =>
  text.replace(unsafe, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
