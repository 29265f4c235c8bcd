import type { Run } from './measured-run'
import { type OwnBuilds, ownStepNames } from './own-builds'
import type { PeerBuilds } from './peer-builds'
import type { PeerName } from './peers'

export type SizeResult = { articles: number; own: OwnBuilds; peers: Partial<Record<PeerName, PeerBuilds>> }

/** A number beside the most it may be. Without a limit it is told for the picture it gives. */
export type Told = { articles: number; what: string; value: number; unit: Unit; limit?: number | undefined }
type Unit = '×' | 's' | 'ms' | 'MB'

/** What is made of the numbers of one size; undefined where they are not there. */
type Rule = {
  what: string
  unit: Unit
  of(result: SizeResult): number | undefined
  limit(articles: number): number | undefined
}

// The limits were set for this many articles: beside others a small site proves nothing, and a larger one may take longer.
const yardstick = 10_000
const fromThere = (limit: number) => (articles: number) => (articles >= yardstick ? limit : undefined)
const upToThere = (limit: number) => (articles: number) => (articles <= yardstick ? limit : undefined)

const rules: Rule[] = [
  {
    what: 'cold build / plain Next',
    unit: '×',
    of: ({ own, peers }) => over(own.cold, peers.next?.full),
    limit: fromThere(1),
  },
  {
    what: 'cold build, bodies cached / plain Next',
    unit: '×',
    of: ({ own, peers }) => over(own.bodies, peers.next?.full),
    limit: fromThere(0.7),
  },
  {
    what: "one edit / Hugo's full build",
    unit: '×',
    of: ({ own, peers }) => over(own.edit, peers.hugo?.full),
    limit: fromThere(0.35),
  },
  { what: 'first edit after a full build', unit: 's', of: ({ own }) => own.settle?.seconds, limit: upToThere(2) },
  { what: 'one edit', unit: 's', of: ({ own }) => own.edit?.seconds, limit: upToThere(2) },
  { what: 'no change', unit: 's', of: ({ own }) => own.none?.seconds, limit: upToThere(0.3) },
  {
    what: 'most memory of any build',
    unit: 'MB',
    of: ({ own }) => mostMemory(ownStepNames.flatMap((step) => own[step] ?? [])),
    limit: (articles) => (articles <= yardstick ? 1024 : 2048),
  },
  {
    what: 'one social card',
    unit: 'ms',
    of: ({ own }) => positive((1000 * (own.first.seconds - own.cold.seconds)) / own.cards),
    limit: () => 15,
  },
]

/** What the numbers of one size come to, and which limits they have. */
export function toldOf(result: SizeResult): Told[] {
  const { articles } = result
  return rules.flatMap(({ what, unit, of, limit }) => {
    const value = of(result)
    return value === undefined ? [] : { articles, what, value, unit, limit: limit(articles) }
  })
}

/** What one article costs in the largest corpus, beside what it costs in the smallest. */
export function growthOf(results: SizeResult[]): Told[] {
  const [smallest, ...others] = [...results].sort((a, b) => a.articles - b.articles)
  const largest = others.at(-1)
  if (!smallest || !largest) return []
  const costOf = ({ articles, own }: SizeResult) => own.cold.seconds / articles
  const what = `an article, cold / the same at ${smallest.articles.toLocaleString('en')}`
  return [{ articles: largest.articles, what, value: costOf(largest) / costOf(smallest), unit: '×', limit: 1.2 }]
}

const over = (run: Run | undefined, other: Run | undefined) => run && other && run.seconds / other.seconds

// On a busy machine the cold build may be the slower one, which says nothing of cards.
const positive = (value: number) => (value > 0 ? value : undefined)

function mostMemory(runs: Run[]): number | undefined {
  const all = runs.flatMap(({ memory }) => memory?.together ?? [])
  return all.length ? Math.max(...all) / 1024 ** 2 : undefined
}
