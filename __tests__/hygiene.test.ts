import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import path from 'node:path'
import { readSource, type SourceFile, sourceFiles } from './source-files'

type Package = {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  bin?: string | Record<string, string>
  scripts?: Record<string, string>
  engines?: { node: string }
}
const readPackage = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Package

const own = readPackage('package.json')
const names = Object.keys({ ...own.dependencies, ...own.devDependencies }).sort()
const packages = new Map(names.map((name) => [name, readPackage(`node_modules/${name}/package.json`)]))

const folders = ['app', 'components', 'lib', 'browser', 'cli', 'bench', '__tests__', '.ci', 'docs', '.github'].filter(
  existsSync,
)
const code = /\.(?:tsx?|m?js|css|ya?ml|sh)$/
const rootFiles = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isFile())
const sources: SourceFile[] = [
  ...folders.flatMap((folder) => sourceFiles(folder, code)),
  ...rootFiles.filter(({ name }) => code.test(name) && name !== 'next-env.d.ts').map(({ name }) => readSource(name)),
].filter(({ file }) => file !== '__tests__/hygiene.test.ts')

const imported = new Set(sources.flatMap(({ imports }) => imports.map(({ from }) => packageOf(from))))
const scripts = Object.values(own.scripts ?? {}).join('\n')

/** Why a package is here: imported, run, named, asked for by another one, its types, or held at a version for it. */
function useOf(name: string): string | undefined {
  if (imported.has(name)) return 'imported'
  const { bin = {} } = packages.get(name) ?? {}
  const commands = typeof bin === 'string' ? [path.basename(name)] : Object.keys(bin)
  const text = [scripts, ...sources.map(({ text }) => text)].join('\n')
  if (commands.some((command) => new RegExp(`(?:^|&& |npx |--import )${command}\\b`, 'm').test(text))) return 'run'
  if (new RegExp(`['"\`/]${name}['"\`/]`).test(text)) return 'named'
  if (sources.some(({ text }) => text.includes(`@${name.replace('jest-environment-', 'jest-environment ')}`)))
    return 'named'
  if (names.some((other) => packages.get(other)?.peerDependencies?.[name])) return 'asked for'
  const isHeld = names.some((other) => packages.get(other)?.dependencies?.[name])
  if (isHeld && reasons().some((row) => row.includes(`\`${name}\``) && row.includes('held'))) return 'held'
  const typed = name.startsWith('@types/') ? name.slice('@types/'.length) : undefined
  // mdast and hast are types alone; node and jest are what runs everything.
  return typed && (imported.has(typed) || names.includes(typed) || typed === 'node') ? 'types' : undefined
}

const reasons = () => readFileSync('CONTRIBUTING.md', 'utf8').split('\n')

function packageOf(from: string): string {
  const [scope = '', name = ''] = from.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

describe('each dependency', () => {
  test.each(names)('%s is used', (name) => {
    expect(useOf(name)).toBeDefined()
  })

  it('has its reason in CONTRIBUTING.md', () => {
    const rows = reasons()
    expect(names.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))).toEqual([])
  })

  it('is one where CONTRIBUTING.md gives a reason', () => {
    const [, table = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split('## Packages')
    const named = [...table.matchAll(/^\| (`.*?`) +\|/gm)].flatMap(
      ([, cell = '']) => cell.match(/(?<=`)[^`,]+(?=`)/g) ?? [],
    )
    expect(named.sort()).toEqual(names)
  })

  it('comes in another minor version only when somebody says so, where the build relies on its inside', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const name of ['next', '@next/env', 'react', 'react-dom']) expect(dependencies[name]).toMatch(/^~\d/)
  })

  it('is declared where it is imported', () => {
    const builtIn = /^(?:node:|\.|app$|components$|lib$|browser$|cli$|bench$|__tests__$|\.cache$)/
    // Types alone cost nothing when they go: the compiler says so.
    const values = sources.flatMap(({ imports }) =>
      imports.flatMap(({ from, isType }) => (isType ? [] : packageOf(from))),
    )
    expect(values.filter((name) => !builtIn.test(name) && !names.includes(name))).toEqual([])
  })

  it('of what readers and writers run is no development dependency', () => {
    const run = sources.filter(({ file }) => /^(?:app|components|lib|browser|cli\/(?!fonts|bench))/.test(file))
    const values = run.flatMap(({ imports }) => imports.flatMap(({ from, isType }) => (isType ? [] : packageOf(from))))
    expect(values.filter((name) => own.devDependencies?.[name])).toEqual([])
  })
})

describe('npm ci', () => {
  it('runs no script of a package, and has nothing to say about that', () => {
    const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    const asking = Object.entries(readLock().packages).filter(([, { hasInstallScript }]) => hasInstallScript)
    const names = asking.map(([place]) => place.replace(/^.*node_modules\//, ''))
    expect(names).toContain('esbuild')
    expect(Object.keys(allowScripts).sort()).toEqual([...new Set(names)].sort())
    expect(Object.values(allowScripts)).toEqual(names.map(() => false))
  })

  it('warns of no package that its makers have given up', () => {
    const given = Object.entries(readLock().packages).filter(([, { deprecated }]) => deprecated)
    expect(given.map(([place]) => place)).toEqual([])
  })
})

describe('npm ci --omit=dev', () => {
  const run = sources.filter(({ file }) =>
    /^(?:app|components|lib|browser|cli\/(?!fonts|bench)|next\.config)/.test(file),
  )
  const isLeftOut = (name: string) => readLock().packages[`node_modules/${name}`]?.dev !== undefined

  it('installs what Next insists on before it compiles', () => {
    // Where one of these is missing, Next installs it by itself and writes it into package.json.
    const verifies = readFileSync('node_modules/next/dist/lib/verify-typescript-setup.js', 'utf8')
    const wanted = [...verifies.matchAll(/pkg: '([^']+)'/g)].map(([, name = '']) => name)
    expect(wanted).toEqual(expect.arrayContaining(['typescript', '@types/react', '@types/node']))
    expect(wanted.filter(isLeftOut)).toEqual([])
  })

  it('installs whatever the code that builds and serves names', () => {
    const left = names.filter(isLeftOut)
    expect(left).toContain('jest')
    const named = run.flatMap(({ file, text }) =>
      left
        .filter((name) => text.includes(`'${name}'`) || text.includes(`node_modules/${name}`))
        .map((name) => `${file}: ${name}`),
    )
    expect(named).toEqual([])
  })

  it('installs all that those packages ask for', () => {
    const { packages } = readLock()
    const kept = Object.entries(packages).filter(([place, { dev, devOptional }]) => place && !dev && !devOptional)
    const lost = kept.flatMap(([place, { dependencies = {} }]) =>
      Object.keys(dependencies)
        .filter((name) => {
          const found = foldersAbove(place).find((folder) => packages[`${folder}node_modules/${name}`])
          return packages[`${found}node_modules/${name}`]?.dev !== undefined
        })
        .map((name) => `${place} needs ${name}`),
    )
    expect(kept.length).toBeGreaterThan(100)
    expect(lost).toEqual([])
  })
})

describe('the oldest Node that is asked for', () => {
  const { minVersion, satisfies } = createRequire(path.resolve('package.json'))('next/dist/compiled/semver') as Semver
  const oldest = (own.engines?.node ?? '').split('||').map((range) => minVersion(range).version)

  test.each(oldest)('%s is new enough for every package', (version) => {
    const asking = Object.entries(readLock().packages).flatMap(([place, { engines, optional }]) =>
      !optional && engines && !Array.isArray(engines) && engines.node ? [{ place, range: engines.node }] : [],
    )
    expect(asking.length).toBeGreaterThan(100)
    expect(asking.filter(({ range }) => !satisfies(version, range))).toEqual([])
  })

  it('is the one that the README and the lock name', () => {
    expect(readLock().packages['']?.engines).toEqual(own.engines)
    expect(readFileSync('README.md', 'utf8')).toContain(`${oldest[0]?.replace(/\.0$/, '')} or newer`)
  })
})

type Semver = { minVersion(range: string): { version: string }; satisfies(version: string, range: string): boolean }

type Lock = {
  lockfileVersion?: number
  packages: Record<string, Locked>
}

type Locked = {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  resolved?: string
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
  engines?: { node?: string } | string[]
  hasInstallScript?: boolean
  deprecated?: string
}

const readLock = () => JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

/** Optional packages that the lock names and does not hold: where one is meant for it, `npm ci` fails. */
function lostPackages({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !foldersAbove(place).some((folder) => packages[`${folder}node_modules/${name}`]))
      .map((name) => `${place || 'package.json'} needs ${name}`),
  )
}

/** The places where Node looks for what a package needs: `a/`, then each folder of packages above it. */
function foldersAbove(place: string): string[] {
  if (place === '') return ['']
  const above = place.lastIndexOf('node_modules/')
  return [`${place}/`, ...foldersAbove(place.slice(0, Math.max(0, above)).replace(/\/$/, ''))]
}

const silenced =
  /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|todo|only|fixme|fail|failing)\b|\b(?:x(?:it|test|describe)|f(?:it|describe))\(/

// The folders that a machine's own files lie in. A program of the system, as in /opt/google, is no such file.
const machine = /(?<![\w.~/-])\/(?:home|Users|root|mnt|work|workspaces?|private|builds?|tmp)\/[\w.-]+|[A-Z]:\\\\?Users/

describe('the tests', () => {
  it('are all run: none is skipped, put off or run alone', () => {
    const tests = sources.filter(({ file }) => file.startsWith('__tests__/'))
    expect(tests.length).toBeGreaterThan(40)
    const found = tests.flatMap(({ file, text }) => (silenced.exec(text) ?? []).map((match) => `${file}: ${match}`))
    expect(found).toEqual([])
  })

  test.each([
    ['test.skip(', true],
    ['it.todo(', true],
    ['describe.only(', true],
    ['test.describe.fixme(', true],
    ['test.only.each(', true],
    ['xit(', true],
    ['fit(', true],
    ['test.each(', false],
    ['test.describe(', false],
    ['split(', false],
    ['profit(', false],
  ])('would be found silenced by %s: %s', (text, isSilenced) => {
    expect(silenced.test(text)).toBe(isSilenced)
  })
})

describe('the lock', () => {
  it('holds every package of every platform that it names', () => {
    expect(lostPackages(readLock())).toEqual([])
  })

  it('would be told of one that it lost on the machine it was made on', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-darwin': '1', 'a-win32': '1' } },
      'node_modules/a/node_modules/a-linux': {},
      'node_modules/a-win32': {},
      'node_modules/b/node_modules/@c/a': { optionalDependencies: { 'a-linux': '1', 'b-linux': '1' } },
      'node_modules/b/node_modules/b-linux': {},
    }
    expect(lostPackages({ packages })).toEqual([
      'node_modules/a needs a-darwin',
      'node_modules/b/node_modules/@c/a needs a-linux',
    ])
  })

  it('names versions, and no address of a registry', () => {
    expect(readLock().lockfileVersion).toBe(3)
    expect(Object.entries(readLock().packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })
})

describe('the project', () => {
  it('names no folder of anybody’s machine', () => {
    const here = [process.cwd(), homedir()].filter((folder) => folder.length > 2)
    const texts = [
      ...sources,
      ...['docs', '__tests__/fixtures'].flatMap((folder) => sourceFiles(folder, /\.(?:md|ya?ml|json)$/)),
      ...rootFiles.filter(({ name }) => /\.(?:json|md)$/.test(name)).map(({ name }) => readSource(name)),
    ]
    const named = texts.flatMap(({ file, text }) =>
      [machine.exec(text)?.[0], ...here.filter((folder) => text.includes(`${folder}/`))].flatMap((folder) =>
        folder ? [`${file}: ${folder}`] : [],
      ),
    )
    expect(named.filter((name) => !name.startsWith('tsconfig.tsbuildinfo'))).toEqual([])
  })

  it('locks what it declares', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> }
    expect(packages['']?.dependencies).toEqual(own.dependencies)
    expect(packages['']?.devDependencies).toEqual(own.devDependencies)
  })
})
