import { formatProblem, isError, type Problem } from '../problem'

// So many places of equal warnings are named, and so many warnings of one rule told, before the rest is counted.
const mostPlaces = 3
const mostOfOneRule = 20
const toSeeAll = 'To see all:  npm run check -- --all'

/** An error, or the warnings that differ in nothing but their place. */
type Group = [Problem, ...Problem[]]

/** Each problem as a writer reads it. Errors are told one by one; what is equal, or much of a kind, is counted after a few. */
export function summarise(problems: readonly Problem[]): string[] {
  const groups = groupsOf(problems)
  const instead = new Map<Group, string[]>()
  for (const ofRule of warningsByRule(groups)) {
    const [first, ...others] = ofRule.slice(mostOfOneRule)
    if (!first || others.length === 0) continue
    instead.set(first, [textOfRest(first[0], first.length - 1 + others.flat().length)])
    for (const other of others) instead.set(other, [])
  }
  return groups.flatMap((group) => instead.get(group) ?? textsOf(group))
}

/** In the order of the problems: each group stands where its first one does. A few equal ones are no group. */
function groupsOf(problems: readonly Problem[]): Group[] {
  const equal = new Map<string, Group>()
  for (const problem of problems) {
    if (isError(problem)) continue
    const group = equal.get(wordsOf(problem))
    if (group) group.push(problem)
    else equal.set(wordsOf(problem), [problem])
  }
  return problems.flatMap((problem): Group[] => {
    const group = isError(problem) ? undefined : equal.get(wordsOf(problem))
    if (!group || group.length <= mostPlaces) return [[problem]]
    return group[0] === problem ? [group] : []
  })
}

const wordsOf = ({ rule, message, hint = '' }: Problem) => [rule, message, hint].join('\n')

function warningsByRule(groups: Group[]): Iterable<Group[]> {
  const byRule = new Map<string, Group[]>()
  for (const group of groups) {
    const [problem] = group
    if (isError(problem)) continue
    const ofRule = byRule.get(problem.rule)
    if (ofRule) ofRule.push(group)
    else byRule.set(problem.rule, [group])
  }
  return byRule.values()
}

function textsOf([first, ...others]: Group): string[] {
  const named = others.slice(0, mostPlaces - 1)
  const left = others.slice(named.length)
  const texts = [formatProblem(first), ...named.map((problem) => formatProblem(inBrief(problem, 'The same.')))]
  if (left.length === 0) return texts
  const files = new Set(left.map(({ file }) => file)).size
  return [...texts, `    And ${number(left.length)} more, in ${counted(files, 'file')}. ${toSeeAll}`]
}

const textOfRest = (problem: Problem, more: number) =>
  formatProblem({ ...inBrief(problem, `This and ${number(more)} more of the same kind.`), hint: toSeeAll })

function inBrief({ excerpt: _, hint: __, ...place }: Problem, message: string): Problem {
  return { ...place, message }
}

const number = (count: number) => count.toLocaleString('en')

export const counted = (count: number, noun: string) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`
