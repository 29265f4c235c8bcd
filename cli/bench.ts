import { existsSync } from 'node:fs'
import { readArguments, refuse } from './arguments'

const usage =
  'npm run bench -- pages [--runs 3] [--only article] | cards | bodies | publish [--articles 1000,10000 | --posts folder] [--with hugo,eleventy,next]'
const { values, positionals } = readArguments(usage, {
  options: {
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    articles: { type: 'string' },
    posts: { type: 'string' },
    with: { type: 'string' },
  },
  allowPositionals: true,
})
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 1) refuse(`--runs is not a number of runs: "${values.runs}"`, usage)
if (values.articles !== undefined && values.posts !== undefined)
  refuse('Either --articles or --posts says what is built', usage)
const sizes = (values.articles ?? '1000,10000').split(',').map(Number)
// Of fewer there are not enough to change one after another.
if (!sizes.every((size) => Number.isInteger(size) && size >= 50))
  refuse(`--articles is not a list of numbers from 50 up: "${values.articles}"`, usage)

// Loaded one by one: each brings tools that the others do not need.
const parts: Record<string, () => Promise<unknown>> = {
  pages: async () => (await import('../bench/pages')).benchPages({ runs, only: values.only }),
  cards: async () => (await import('../bench/cards')).benchCards(),
  bodies: async () => (await import('../bench/bodies')).benchBodies(),
  publish: async () => (await import('../bench/publish')).benchPublish({ all: await posts(), others: await others() }),
}

const asked = positionals.length ? positionals : Object.keys(parts)
for (const name of asked) {
  const part = parts[name]
  if (!part) refuse(`There is no part "${name}"`, usage)
  await part()
}

async function posts() {
  const { corpusOf, postsOf } = await import('../bench/bench-posts')
  if (values.posts === undefined) return sizes.map(corpusOf)
  if (!existsSync(values.posts)) refuse(`There is no folder ${values.posts}`, usage)
  const own = postsOf(values.posts)
  // Ten builds change a post each.
  if (own.count < 10) refuse(`${values.posts} holds fewer than ten posts`, usage)
  return [own]
}

async function others() {
  if (values.with === undefined) return undefined
  const { peerNames } = await import('../bench/peers')
  return values.with
    .split(',')
    .filter(Boolean)
    .map((name) => peerNames.find((known) => known === name) ?? refuse(`Nothing to compare with: "${name}"`, usage))
}
