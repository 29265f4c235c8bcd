import { growthOf, type SizeResult, type Told, toldOf } from './limits'
import type { Run } from './measured-run'
import type { OutputSize } from './output-size'
import { type OwnStep, ownStepNames, ownSteps } from './own-builds'
import { type PeerName, peers } from './peers'

const megabyte = 1024 ** 2
const numbers = ['seconds', 'processor seconds', 'memory, MB', 'largest process, MB', 'files', 'output, MB']

/** What every build of one size took, as a Markdown table. */
export function sizeTable({ articles, own, peers: others }: SizeResult): string {
  const rows = [
    ...ownStepNames.flatMap((step) => {
      const run = own[step]
      return run ? [row(nameOf(step, own.cards), run)] : []
    }),
    ...(Object.keys(others) as PeerName[]).flatMap((name) => {
      const builds = others[name]
      if (!builds) return []
      return [row(`${peers[name].title}, full build`, builds.full), row(`${peers[name].title}, one edit`, builds.edit)]
    }),
  ]
  return `### ${inWords(articles)} articles\n\n${table(['', ...numbers], rows, numbers)}`
}

/** The last words of each build, as a list. */
export function lastWords({ own }: SizeResult): string {
  return ownStepNames
    .flatMap((step) => (own[step] ? [`- ${ownSteps[step]}: ${own[step].said.join(' · ')}`] : []))
    .join('\n')
}

/** What the numbers of all sizes come to, beside their limits. */
export function limitsTable(results: SizeResult[]): string {
  const told = [...results.flatMap(toldOf), ...growthOf(results)]
  const right = ['articles', 'measured', 'at most']
  return `### Ratios and limits\n\n${table(['articles', 'what', 'measured', 'at most', 'limit'], told.map(toldCells), right)}`
}

/** Rows of cells under their heads. What holds numbers is named by `right`, and stands there. */
export function table(heads: string[], rows: string[][], right: string[] = []): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const rule = heads.map((head) => (right.includes(head) ? '---:' : '---'))
  return [line(heads), line(rule), ...rows.map(line)].join('\n')
}

const nameOf = (step: OwnStep, cards: number) =>
  step === 'first' ? `${ownSteps.first} (${inWords(cards)})` : ownSteps[step]

function row(name: string, { seconds, cpu, memory, files, bytes }: Run & OutputSize): string[] {
  const megabytes = (bytes: number | undefined) => (bytes === undefined ? '–' : (bytes / megabyte).toFixed(0))
  return [
    name,
    seconds.toFixed(2),
    cpu?.toFixed(2) ?? '–',
    megabytes(memory?.together),
    megabytes(memory?.largest),
    inWords(files),
    (bytes / megabyte).toFixed(1),
  ]
}

function toldCells({ articles, what, value, unit, limit }: Told): string[] {
  const written = (number: number) => `${unit === 'MB' ? inWords(Math.round(number)) : number.toFixed(2)} ${unit}`
  if (limit === undefined) return [inWords(articles), what, written(value), '–', '']
  return [inWords(articles), what, written(value), written(limit), value <= limit ? 'holds' : 'misses']
}

const inWords = (number: number) => number.toLocaleString('en')
