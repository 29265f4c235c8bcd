import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { createInstrumenter } from 'istanbul-lib-instrument'
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createLibrary, type Entry } from '@/lib/library/library'
import { viewsOf } from '@/lib/library/planned-views'
import type { View } from '@/lib/library/views'
import { sampleViews } from '@/lib/publish/render/samples'

type Params = Record<string, string | string[]>
type Page = { default(props: { params: Promise<Params> }): Promise<ReactElement> }
type Layout = { default(props: { children: ReactNode }): Promise<ReactElement> }

type Place = { start: { line?: number } }
type Branch = { loc: { start: { line: number } }; locations: Place[] }
type FileCoverage = { path: string; branchMap: Record<string, Branch>; b: Record<string, number[]> }

const isCounted = (file: string) => /^(?:app|components)\/.+\.tsx?$/.test(file)
const pages = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?:^|\/)page\.tsx$/.test(file),
)

// What the pages read of a build is given to them.
const stubs = new Map([
  [
    '@/lib/publish/views/view-store',
    'export const plannedParams = () => [], readView = async (_, path) => shown.get(path)',
  ],
  [
    '@/lib/publish/page-assets/script-manifest',
    "export const readScripts = async () => ({ beforePaint: '', lateStyles: '/late.css' })",
  ],
])

/** Stubs, styles by the names they are asked for, and our code so that each of its branches counts how often it is taken. */
const instrument: Plugin = {
  name: 'instrument',
  setup({ onLoad, onResolve }) {
    const instrumenter = createInstrumenter({
      ...{ esModules: true, parserPlugins: ['typescript', 'jsx'], coverageVariable: 'branchCounts' },
    })
    onResolve({ filter: /^@\/lib\/publish\// }, ({ path: name }) =>
      stubs.has(name) ? { path: name, namespace: 'stub' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'stub' }, ({ path: name }) => ({ contents: stubs.get(name) ?? '' }))
    onResolve({ filter: /\.css$/ }, ({ path: name }) => ({ path: name, namespace: 'style' }))
    onLoad({ filter: /.*/, namespace: 'style' }, () => ({
      contents: 'export default new Proxy({}, { get: (_, name) => name })',
    }))
    onLoad({ filter: /\.tsx?$/ }, ({ path: place }) => {
      const file = path.relative('', place)
      const source = readFileSync(file, 'utf8')
      return { contents: isCounted(file) ? instrumenter.instrumentSync(source, file) : source, loader: 'tsx' }
    })
  },
}

const shown = new Map<string, View>()

/** The modules of the layout and of every page, by file. */
async function instrumented(): Promise<Record<string, unknown>> {
  const files = [...pages, 'layout.tsx', 'not-found.tsx']
  const bundled = await build({
    stdin: {
      contents: `module.exports = { ${files.map((file) => `'${file}': require('./app/${file}')`).join()} }`,
      resolveDir: path.resolve(),
    },
    ...{ bundle: true, write: false, format: 'cjs', platform: 'node', jsx: 'automatic', packages: 'external' },
    plugins: [instrument],
  })
  const module: { exports: Record<string, unknown> } = { exports: {} }
  new Function('module', 'require', 'shown', bundled.outputFiles[0]?.text ?? '')(module, require, shown)
  return module.exports
}

/** The file that renders an address, and what it is given of it. */
function routeOf(address: string): { file: string; params: Params } {
  if (address === '/404.html') return { file: 'not-found.tsx', params: {} }
  for (const file of pages) {
    const pattern = path
      .dirname(`/${file}`)
      .replace(/\/?$/, '/')
      .replace('[[...page]]/', '(?:(?<rest>page/\\d+)/)?')
      .replace(/\[(\w+)\]/, '(?<$1>(?!page/)[^/]+)')
    const found = new RegExp(`^${pattern}$`).exec(address)
    if (!found) continue
    const { rest, ...params } = found.groups ?? {}
    return { file, params: { ...params, ...(rest ? { page: rest.split('/') } : {}) } }
  }
  throw new Error(`No page renders ${address}.`)
}

/** Every branch that was not taken yet: its file, and its line. */
function unreached(): string[] {
  const counts = Reflect.get(globalThis, 'branchCounts') as Record<string, FileCoverage>
  return Object.values(counts).flatMap(({ path: file, branchMap, b }) => {
    const lines = readFileSync(file, 'utf8').split('\n')
    return Object.entries(branchMap).flatMap(([id, { loc, locations }]) =>
      locations.flatMap(({ start }, index) => {
        const line = lines[(start.line ?? loc.start.line) - 1] ?? ''
        return b[id]?.[index] ? [] : [`${file}: ${line.trim()}`]
      }),
    )
  })
}

// A magazine has one of each of these pages, so the samples can show but one state of it.
const isSingular = (branch: string) =>
  /^components\/(?:FrontPage|LeadArticle|ArchivePage|AboutPage)\.tsx: /.test(branch)

const always = [
  // `dev` alone has a script that renews the page, and is asked for pages that are not planned.
  'app/layout.tsx: {scripts.live ? <script type="module" src={scripts.live} /> : null}',
  'app/view.ts: return (await readView(kind, path)) ?? notFound()',
  // The name of the magazine is the same on all pages.
  'components/SiteHeader.tsx: if (!after.length) return name',
]

describe('the branches of the pages and of their components', () => {
  let modules: Record<string, unknown>
  beforeAll(async () => {
    modules = await instrumented()
  })

  async function render(views: View[]): Promise<void> {
    shown.clear()
    for (const view of views) shown.set(view.path, view)
    for (const { path: address } of views) {
      const { file, params } = routeOf(address)
      const children = await (modules[file] as Page).default({ params: Promise.resolve(params) })
      renderToStaticMarkup(await (modules['layout.tsx'] as Layout).default({ children }))
    }
  }

  it('are reached by the samples', async () => {
    await render(sampleViews())
    expect(unreached().filter((branch) => !always.includes(branch) && !isSingular(branch))).toEqual([])
  })

  it('are reached by two other magazines where they show a page that each has once', async () => {
    const body = { id: '', headings: [] }
    const lists = { authors: [], categories: [], redirects: [] }
    await render(viewsOf(createLibrary({ ...lists, entries: [] }), () => body, body))
    const entry: Entry = {
      ...{ file: '', slug: 'drawn', title: 'Drawn', excerpt: 'A drawing.', category: 'drawn', authors: ['Ada'] },
      ...{ date: '2020-01-01', tags: [], aliases: [], minutes: 1, featured: false },
    }
    const categories = [{ slug: 'drawn', name: 'Drawn', description: 'Drawings.', hue: 'blue' as const }]
    const authors = [{ name: 'Ada', slug: 'ada', links: [] }]
    await render(viewsOf(createLibrary({ ...lists, categories, authors, entries: [entry] }), () => body, body))
    expect(unreached().sort()).toEqual(always)
  })
})
