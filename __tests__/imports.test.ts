import { readdirSync } from 'node:fs'
import { readSource, type SourceFile, sourceFiles } from './source-files'

const folders = ['app', 'components', 'lib', 'browser', 'cli'] as const
type Folder = (typeof folders)[number]
const files = new Map<Folder, SourceFile[]>(folders.map((folder) => [folder, sourceFiles(folder)]))
const all = [...files.values()].flat()
const rootFiles = readdirSync('.').filter((name) => /\.(?:js|ts|mjs)$/.test(name) && !name.endsWith('.d.ts'))

/** "file: what" for each match of a pattern in the text of files. */
const found = (sources: SourceFile[], pattern: RegExp) =>
  sources.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([match]) => `${file}: ${match.trim()}`))

/** "file → import" for each import that a rule refuses. */
function wrongArrows(folder: Folder, isRight: (from: string, isType: boolean) => boolean): string[] {
  return (files.get(folder) ?? []).flatMap(({ file, imports }) =>
    imports.filter(({ from, isType }) => !isRight(from, isType)).map(({ from }) => `${file} → ${from}`),
  )
}

const isIn = (from: string, ...places: string[]) =>
  places.some((place) => from === place || from.startsWith(`${place}/`))
const isOurs = (from: string) => isIn(from, ...folders, '__tests__')

describe('the reader of imports', () => {
  it('sees the imports of each folder', () => {
    for (const folder of folders) expect(files.get(folder)?.flatMap(({ imports }) => imports).length).toBeGreaterThan(3)
  })

  it('reads every kind of them', () => {
    const { imports } = readSource('app/layout.tsx')
    expect(imports).toContainEqual({ from: 'react', isType: true })
    expect(imports).toContainEqual({ from: 'app/globals.css', isType: false })
    expect(imports).toContainEqual({ from: 'lib/site', isType: false })
  })
})

describe('dependencies point one way', () => {
  it('lib knows nothing of React where it does not render, and never of Next, styles, components, app, browser and cli', () => {
    const isRight = (from: string) =>
      !isIn(from, 'react', 'react-dom', 'next', 'app', 'components', 'browser', 'cli', '__tests__') &&
      !/\.css$/.test(from)
    const renders = 'lib/publish/render/compiled-pages.ts → react'
    expect(wrongArrows('lib', isRight)).toEqual([renders, `${renders}-dom/server`])
  })

  it('feeds take data and give text: they know neither the disk nor the build', () => {
    const sources = (files.get('lib') ?? []).filter(({ file }) => file.startsWith('lib/feeds/'))
    const taken = sources.flatMap(({ imports }) => imports).map(({ from }) => from)
    expect(taken).toContain('lib/library/library')
    const pure = [
      'lib/feeds',
      'lib/library',
      'lib/content/days',
      'lib/media/card/social-card',
      'lib/media/picture/widths',
    ]
    const isRight = (from: string) =>
      isIn(from, ...pure, 'lib/markdown/rendered', 'lib/routes', 'lib/site', 'lib/instants', 'lib/digest')
    expect(taken.filter((from) => !isRight(from))).toEqual([])
  })

  it('components take from lib only types, paths, settings and the writing of days', () => {
    const values = ['lib/routes', 'lib/site', 'lib/dates']
    const isRight = (from: string, isType: boolean) => {
      if (isIn(from, 'lib')) return isType || values.includes(from)
      return isOurs(from) ? isIn(from, 'components') : isType || /^components\/.*\.module\.css$/.test(from)
    }
    expect(wrongArrows('components', isRight)).toEqual([])
  })

  it('browser stands alone', () => {
    expect(wrongArrows('browser', (from) => isIn(from, 'browser'))).toEqual([])
  })

  it('app uses components and lib, never cli or browser', () => {
    expect(wrongArrows('app', (from) => !isIn(from, 'cli', 'browser', '__tests__'))).toEqual([])
  })

  it('cli uses lib and itself', () => {
    expect(wrongArrows('cli', (from) => !isOurs(from) || isIn(from, 'lib', 'cli'))).toEqual([])
  })
})

describe('pages', () => {
  const [components = [], app = [], lib = []] = (['components', 'app', 'lib'] as const).map((name) => files.get(name))
  const markup = [...components, ...app]

  it('are put together by components that wait for nothing', () => {
    expect(found(components, /\basync (?:function|\()|\bawait\b|\bPromise</g)).toEqual([])
  })

  it('hold no client component and no directive', () => {
    expect(found(all, /^\s*['"]use \w+['"]/gm)).toEqual([])
  })

  it('set no style on an element', () => {
    expect(
      found(
        all.filter(({ file }) => file.endsWith('.tsx')),
        /\bstyle=|\.style\b/g,
      ),
    ).toEqual([])
  })

  it('have their paths made in one place', () => {
    const kinds = 'articles|category|tag|author|series|archive|about|search|art|pictures|assets|feed'
    expect(found(markup, new RegExp(`['"\`]/(?:${kinds})\\b|['"\`]/['"\`]|\\bhref=["'](?!#)`, 'g'))).toEqual([])
  })

  it('take the HTML of others from three places only', () => {
    const files = found(markup, /dangerouslySetInnerHTML/g).map((match) => match.split(':')[0])
    const known = ['components/Prose.tsx', 'components/Drawing.tsx', 'app/layout.tsx']
    expect(files.filter((file) => !known.includes(file ?? ''))).toEqual([])
  })

  it('are the only thing Next renders: lib names its insides in one file', () => {
    expect([
      ...new Set(
        found(lib, /node_modules\/next|__next|__RSC|_not-found|-manifest\.js/g).map((match) => match.split(':')[0]),
      ),
    ]).toEqual(['lib/publish/finish/next-internals.ts'])
  })
})

describe('the environment', () => {
  it('is read by the settings and the commands alone', () => {
    const configs = rootFiles.map((file) => readSource(file))
    const readers = [...all, ...configs].filter(({ text }) => /\bprocess\.env\b/.test(text)).map(({ file }) => file)
    const allowed = /^(?:lib\/site\.ts|cli\/[\w-]+\.ts|next\.config\.js|playwright\.config\.ts)$/
    expect(readers.filter((file) => !allowed.test(file))).toEqual(['lib/publish/next.ts'])
  })

  it('is passed on to Next whole, without a look into it', () => {
    const { text } = readSource('lib/publish/next.ts')
    expect(text.match(/process\.env\b.?/g)).toEqual(['process.env,'])
  })
})

describe('the disk', () => {
  const readers =
    /^(?:lib\/content\/(?:loader|files|configs|post-cache|stamps|pictures|public-files)|lib\/(?:publish|media)\/.*|cli\/.*)\.ts$/
  const bodies = /^lib\/(?:markdown\/(?:cache|version|workers|bodies)|bundled-worker|source-files|whole-file)\.ts$/
  const disk = /^(?:node:)?fs(?:\/promises)?$/

  it('is touched by the loader, the cache of bodies, the code of workers, versions of code, pictures, publishing and the commands alone', () => {
    const touching = all.filter(({ imports }) => imports.some(({ from }) => disk.test(from))).map(({ file }) => file)
    // Were nothing found, the pattern would be wrong, not the code right.
    expect(touching).toContain('lib/content/files.ts')
    expect(touching.filter((file) => !readers.test(file) && !bodies.test(file))).toEqual([])
  })
})

describe('the clock', () => {
  // A day that is given may be parsed anywhere; only "now" is asked for in few places.
  const clock = /\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^\s)])|(?<!\bnew )\bDate\(/g

  test.each([
    ['Date.now()', true],
    ['new Date()', true],
    ['new Date( )', true],
    ['new Date', true],
    ['Date()', true],
    ['new Date(text)', false],
    ['formatDate(day)', false],
  ])('is what %s asks: %s', (text, isClock) => {
    expect([...text.matchAll(clock)].length > 0).toBe(isClock)
  })

  it('is read by the settings, publishing and the commands alone', () => {
    const readers = found(all, clock).map((match) => match.split(':')[0] ?? '')
    expect(readers).toContain('lib/site.ts')
    expect(readers.filter((file) => !/^(?:lib\/site|lib\/publish\/.*|cli\/.*)\.ts$/.test(file))).toEqual([])
  })
})

describe('files', () => {
  test.each(folders)('of %s are named exports but where Next asks for another', (folder) => {
    const allowed = /^app\/.*(?:page|layout|not-found)\.tsx$/
    const defaults = found(files.get(folder) ?? [], /^export default/gm).map((match) => match.split(':')[0] ?? '')
    expect(defaults.filter((file) => !allowed.test(file))).toEqual([])
  })

  it('have none of the words that silence a check', () => {
    expect(found(all, /@ts-(?:ignore|expect-error|nocheck)|\bas any(?![\w ])|: any(?![\w ])|TODO|FIXME/g)).toEqual([])
  })

  it('are of one idea each: 200 lines at most', () => {
    expect(all.filter(({ text }) => text.split('\n').length > 201).map(({ file }) => file)).toEqual([])
  })
})
