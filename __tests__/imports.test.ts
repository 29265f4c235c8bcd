import { readdirSync } from 'node:fs'
import path from 'node:path'
import { circles, fileOf, importsIn, readSource, type SourceFile, sourceFiles } from './source-files'

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

  test.each([
    ["import a from 'x'", 'x', false],
    ["import 'x'", 'x', false],
    ["import type { A } from 'x'", 'x', true],
    ["import { type A } from 'x'", 'x', true],
    ["import { type A, b } from 'x'", 'x', false],
    ["import {\n  a,\n  // a remark\n  b } from 'x'", 'x', false],
    ["export { a } from 'x'", 'x', false],
    ["export type { A } from 'x'", 'x', true],
    ["export * from 'x'", 'x', false],
    ["const a = await import('x')", 'x', false],
    ["let a: import('x').A", 'x', true],
    ["let a: typeof import('x')", 'x', true],
    ["const a = require('x')", 'x', false],
    ['const a = import("./x")', 'lib/x', false],
    ["import a from '@/lib/x'", 'lib/x', false],
  ])('reads  %s', (text, from, isType) => {
    expect(importsIn('lib/a.ts', text)).toEqual([{ from, isType }])
  })

  it('is not taken in by text that looks like an import', () => {
    expect(importsIn('lib/a.ts', "const a = `import b from 'x'` // import c from 'y'")).toEqual([])
  })

  it('finds every file that is meant', () => {
    const ours = all.flatMap(({ file, imports }) =>
      imports.filter(({ from }) => isOurs(from)).map(({ from }) => [file, from]),
    )
    expect(ours.filter(([, from = '']) => fileOf(from) === undefined)).toEqual([])
  })
})

describe('no circle is left', () => {
  const edges = (nameOf: (file: string) => string) => {
    const found = new Map<string, Set<string>>()
    for (const { file, imports } of all) {
      const targets = found.get(nameOf(file)) ?? new Set()
      found.set(nameOf(file), targets)
      for (const { from } of imports) {
        const target = fileOf(from)
        if (target && nameOf(target) !== nameOf(file)) targets.add(nameOf(target))
      }
    }
    return found
  }

  test.each([
    [{ a: ['b'], b: ['c'] }, []],
    [{ a: ['b'], b: ['a'] }, [['a', 'b']]],
    [{ a: ['b'], b: ['c'], c: ['a'], d: ['a'] }, [['a', 'b', 'c']]],
  ])('in %j', (graph, expected) => {
    expect(circles(new Map(Object.entries(graph).map(([name, to]) => [name, new Set(to)])))).toEqual(expected)
  })

  it('of files, types included', () => {
    expect(edges((file) => file).get('lib/publish/build/build.ts')?.size).toBeGreaterThan(3)
    expect(circles(edges((file) => file))).toEqual([])
  })

  it('of folders, each without those in it', () => {
    expect(circles(edges(path.posix.dirname))).toEqual([])
  })
})

describe('dependencies point one way', () => {
  it('lib knows nothing of React where it does not render, and never of Next, styles, components, app, browser and cli', () => {
    const isRight = (from: string) =>
      !isIn(from, 'react', 'react-dom', 'next', 'app', 'components', 'browser', 'cli', '__tests__') &&
      !/\.css$/.test(from)
    const renders = 'lib/publish/render/compiled-pages.ts → react'
    const resolves = 'lib/publish/render/server-components.ts → react'
    expect(wrongArrows('lib', isRight)).toEqual([renders, `${renders}-dom/server`, resolves])
  })

  it('feeds take data and give text: they know neither the disk nor the build', () => {
    const sources = (files.get('lib') ?? []).filter(({ file }) => file.startsWith('lib/feeds/'))
    const taken = sources.flatMap(({ imports }) => imports).map(({ from }) => from)
    expect(taken).toContain('lib/library/library')
    const pure = [
      'lib/feeds',
      'lib/library',
      'lib/days',
      'lib/media/card/social-card',
      'lib/media/picture/widths',
      'lib/words/words',
    ]
    const isRight = (from: string) =>
      isIn(
        from,
        ...pure,
        'lib/markdown/rendered',
        'lib/routes',
        'lib/site',
        'lib/instants',
        'lib/digest',
        'lib/percent-encoding',
      )
    expect(taken.filter((from) => !isRight(from))).toEqual([])
  })

  it('components take from lib only types, paths, settings, words and the writing of days and numbers', () => {
    const values = ['lib/routes', 'lib/site', 'lib/words/dates', 'lib/words/numbers', 'lib/words/words']
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
  const [components = [], app = []] = (['components', 'app'] as const).map((name) => files.get(name))
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
})

describe('Next', () => {
  const lib = files.get('lib') ?? []
  const room = 'lib/publish/next/'

  it('is known to one folder: nothing else names its files, manifests and markup', () => {
    const insides =
      /['"`/]\.next\b|next\/dist|node_modules\/next|\/_next|__next|__RSC|_not-found|_global-error|\b(?:app-paths|routes|prerender|client-reference)-manifest|loaderTree|routeModule/g
    const named = found(lib, insides).map((match) => match.split(':')[0] ?? '')
    expect(named).toContain('lib/publish/next/next-internals.ts')
    const foreign = named.filter((file) => !file.startsWith(room))
    // Its folders are part of the addresses of a site, and of the project.
    expect([...new Set(foreign)]).toEqual(['lib/next-folder.ts'])
  })

  it('is read through the functions of that folder', () => {
    const readers = lib.filter(({ imports }) => imports.some(({ from }) => from === 'lib/publish/next/next-internals'))
    expect(readers.length).toBeGreaterThan(3)
    expect(readers.map(({ file }) => file).filter((file) => !file.startsWith(room))).toEqual([])
  })
})

describe('the environment', () => {
  it('is read by the settings and the commands alone, and handed on from one place', () => {
    const configs = rootFiles.map((file) => readSource(file))
    const readers = [...all, ...configs].filter(({ text }) => /\bprocess\.env\b/.test(text)).map(({ file }) => file)
    const allowed = /^(?:lib\/site\.ts|cli\/[\w-]+\.(?:ts|mjs)|(?:jest|next)\.config\.js|playwright\.config\.ts)$/
    expect(readers.filter((file) => !allowed.test(file))).toEqual(['lib/environment.mjs'])
  })
})

describe('the disk', () => {
  const rooms = /^(?:lib\/(?:addresses|fingerprint|load|media|publish|markdown\/worker)\/|cli\/)/
  const alone = /^lib\/(?:content\/(?:loader|files|configs|post-cache|pictures|public-files)|[\w-]+)\.(?:ts|mjs)$/
  const disk = /^(?:node:)?fs(?:\/promises)?$/

  it('is touched by the loader, the cache of bodies, the code of workers, versions of code, pictures, publishing and the commands alone', () => {
    const touching = all.filter(({ imports }) => imports.some(({ from }) => disk.test(from))).map(({ file }) => file)
    // Were nothing found, the pattern would be wrong, not the code right.
    expect(touching).toContain('lib/content/files.ts')
    expect(touching.filter((file) => !rooms.test(file) && !alone.test(file))).toEqual([])
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
    expect(
      readers.filter(
        (file) =>
          !/^(?:lib\/(?:site|bundle-cache)|lib\/(?:fingerprint|load|publish)\/.*|cli\/.*)\.(?:ts|mjs)$/.test(file),
      ),
    ).toEqual([])
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
