import lighthouse from 'lighthouse'

/** Scores of 100, milliseconds, and the layout shift, each the median of several runs. */
export type Scores = {
  performance: number
  accessibility: number
  bestPractices: number
  seo: number
  fcp: number
  lcp: number
  tbt: number
  cls: number
  /** What any run found fault with, by the names of Lighthouse. */
  faults: string[]
}

type Options = { runs: number; port: number; blocked?: string[] }

/** Runs Lighthouse's mobile test, with its simulated slow network, in the Chromium that listens at a port. */
export async function audit(url: string, { runs, port, blocked = [] }: Options): Promise<Scores> {
  const all: Scores[] = []
  for (let run = 0; run < runs; run++) all.push(await auditOnce(url, port, blocked))
  const of = (name: Exclude<keyof Scores, 'faults'>) => median(all.map((scores) => scores[name]))
  return {
    performance: of('performance'),
    accessibility: of('accessibility'),
    bestPractices: of('bestPractices'),
    seo: of('seo'),
    fcp: of('fcp'),
    lcp: of('lcp'),
    tbt: of('tbt'),
    cls: of('cls'),
    faults: [...new Set(all.flatMap(({ faults }) => faults))],
  }
}

async function auditOnce(url: string, port: number, blockedUrlPatterns: string[]): Promise<Scores> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', blockedUrlPatterns })
  if (!result) throw new Error(`Lighthouse said nothing about ${url}`)
  const { categories, audits, runtimeError } = result.lhr
  if (runtimeError) throw new Error(`Lighthouse could not test ${url}: ${runtimeError.message}`)
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN
  const weighted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    fcp: value('first-contentful-paint'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    faults: weighted.flatMap(({ id }) => ((audits[id]?.score ?? 1) < 0.9 ? [id] : [])),
  }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
