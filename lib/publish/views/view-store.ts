import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { View } from '../../library/views'
import { site } from '../../site'
import { markupFields, writtenMarkup } from './markup'

const directory = path.join(site.stageDirectory, 'views')
const plan = path.join(directory, 'plan.json')

/** Lays the views out for Next, one file a page, and the list of their paths. A view that is the same keeps its file. */
export async function writeViews(views: View[]): Promise<void> {
  const before = await readPlan().catch(() => [])
  const paths = views.map(({ path }) => withoutBase(path))
  for (const view of views) writeView(view)
  const kept = new Set(paths)
  for (const path of before) if (!kept.has(path)) await rm(fileOf(path), { force: true })
  mkdirSync(directory, { recursive: true })
  await writeFile(plan, JSON.stringify(paths))
}

/** Lays out one more, without a word in that list. In one go: with promises, thousands take three times as long. */
export function writeView(view: View): void {
  const file = fileOf(withoutBase(view.path))
  const text = JSON.stringify(view)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  mkdirSync(directory, { recursive: true })
  writeFileSync(file, text)
}

/** Takes all views away, where the next build lays out others. */
export const clearViews = () => rm(directory, { recursive: true, force: true })

/**
 * The view of the page at a path, if it is planned, with the markup that it names. Read in one go: a page that waits for
 * the disk has its parts written in the order in which they arrive, and two builds would differ.
 */
export async function readView<Kind extends View['kind']>(
  kind: Kind,
  path: string,
): Promise<Extract<View, { kind: Kind }> | undefined> {
  const file = fileOf(withoutBase(path))
  if (!existsSync(file)) return undefined
  const view = JSON.parse(readFileSync(file, 'utf8'), (field, value) =>
    markupFields.has(field) ? writtenMarkup(value) : value,
  ) as View
  if (view.kind !== kind) throw new Error(`${path} is a page of kind "${view.kind}", not "${kind}"`)
  return view as Extract<View, { kind: Kind }>
}

/** Stands in where a list of params would be empty, which Next refuses. Its page is not found, and not published. */
export const placeholder = '_none'

/**
 * The params of every planned page below a folder: `{ slug }`, and `page` as an optional catch-all wants it, empty on
 * the page of a list that has no number.
 */
export async function plannedParams(folder: string): Promise<{ slug: string; page: string[] }[]> {
  const paths = await readPlan()
  const params = paths.flatMap((path) => paramsOf(path, `/${folder}/`))
  return params.length ? params : [{ slug: placeholder, page: [] }]
}

async function readPlan(): Promise<string[]> {
  return JSON.parse(await readFile(plan, 'utf8'))
}

function paramsOf(path: string, folder: string) {
  if (!path.startsWith(folder)) return []
  const [slug, ...page] = path.slice(folder.length).replace(/\/$/, '').split('/')
  // `page` is no slug: below /articles/ it is the folder of the numbered pages.
  if (!slug || slug === 'page') return []
  return [{ slug, page }]
}

// The list is the same wherever the site lives, so that a plan made for another path is understood.
const withoutBase = (page: string) => page.slice(site.basePath.length)

// No path of a page holds a plus, and thousands of folders would take longer to make than their files.
const fileOf = (page: string) => path.join(directory, `${page.replaceAll('/', '+')}.json`)
