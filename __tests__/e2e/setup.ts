import { cp, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { site as publication } from '../../lib/site'
import { type SiteName, serveSite } from './sites'
import { builtSite, type Recipe } from './working-copy'

const noPosts = '.cache/e2e/no-posts'
const interactive = '__tests__/fixtures/interactive'
const waiting = '__tests__/fixtures/waiting'
const own = `${publication.origin}${publication.basePath}`
const local = 'https://magazine.example'

/** Builds what the specs visit, serves each site on a free port, and stops the servers afterwards. */
export default async function setup() {
  await mkdir(noPosts, { recursive: true })
  const recipes: Partial<Record<SiteName, Recipe>>[] = [
    {
      acceptance: { posts: '__tests__/fixtures/acceptance', url: 'https://example.org/magazine' },
      two: { posts: '__tests__/fixtures/two', url: local },
      // To the hour, so that runs that follow soon take it as it is.
      interactive: {
        posts: 'posts',
        url: own,
        now: `${new Date().toISOString().slice(0, 13)}:00:00Z`,
        add: [interactive],
      },
    },
    // Those of the same posts are built in one folder.
    {
      none: { posts: noPosts, url: local },
      plain: { posts: noPosts, url: local, add: [interactive, waiting], flags: ['--plain'] },
    },
  ]
  const built = await Promise.all(recipes.map(builtInTurn))
  const folders = [['magazine', await copyOfOut(), own] as const, ...built.flat()]
  const served = await Promise.all(
    folders.map(async ([name, folder, url]) => ({ name, ...(await serveSite(folder, url)) })),
  )
  process.env.E2E_SITES = JSON.stringify(Object.fromEntries(served.map(({ name, site }) => [name, site])))
  return () => {
    for (const { stop } of served) stop()
  }
}

async function builtInTurn(recipes: Partial<Record<SiteName, Recipe>>) {
  const folders: [name: string, folder: string, url: string][] = []
  for (const [name, recipe] of Object.entries(recipes)) folders.push([name, await builtSite(name, recipe), recipe.url])
  return folders
}

// A build that runs meanwhile, as one may while somebody writes, takes nothing away from a copy.
async function copyOfOut(): Promise<string> {
  const copy = path.resolve('.cache/e2e/magazine')
  await rm(copy, { recursive: true, force: true })
  await cp('out', copy, { recursive: true, dereference: true }).catch((cause) => {
    throw new Error('There is no out/ to test. Make one:  npm run build', { cause })
  })
  return copy
}
