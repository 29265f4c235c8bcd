import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { readSource, type SourceFile, sourceFiles } from './source-files'

type Package = {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  bin?: string | Record<string, string>
  scripts?: Record<string, string>
}
const readPackage = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Package

const own = readPackage('package.json')
const names = Object.keys({ ...own.dependencies, ...own.devDependencies }).sort()
const packages = new Map(names.map((name) => [name, readPackage(`node_modules/${name}/package.json`)]))

const folders = ['app', 'components', 'lib', 'browser', 'cli', '__tests__', '.ci', 'docs', '.github'].filter(existsSync)
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

  it('is declared where it is imported', () => {
    const builtIn = /^(?:node:|\.|app$|components$|lib$|browser$|cli$|__tests__$|\.cache$)/
    // Types alone cost nothing when they go: the compiler says so.
    const values = sources.flatMap(({ imports }) =>
      imports.flatMap(({ from, isType }) => (isType ? [] : packageOf(from))),
    )
    expect(values.filter((name) => !builtIn.test(name) && !names.includes(name))).toEqual([])
  })

  it('of what readers and writers run is no development dependency', () => {
    const run = sources.filter(({ file }) => /^(?:app|components|lib|browser|cli\/(?!fonts))/.test(file))
    const values = run.flatMap(({ imports }) => imports.flatMap(({ from, isType }) => (isType ? [] : packageOf(from))))
    expect(values.filter((name) => own.devDependencies?.[name])).toEqual([])
  })
})

describe('the project', () => {
  it('names no folder of anybody’s machine', () => {
    const machine = [
      /\/home\/\w+/,
      /\/Users\/\w+/,
      /[A-Z]:\\\\?Users/,
      new RegExp(process.cwd().replaceAll('/', '\\/')),
    ]
    const home = homedir().length > 2 ? [new RegExp(`${homedir()}\\b`)] : []
    const texts = [
      ...sources,
      ...rootFiles.filter(({ name }) => /\.(?:json|md)$/.test(name)).map(({ name }) => readSource(name)),
    ]
    const named = texts.flatMap(({ file, text }) =>
      [...machine, ...home].filter((one) => one.test(text)).map((one) => `${file}: ${one}`),
    )
    expect(named.filter((name) => !name.startsWith('tsconfig.tsbuildinfo'))).toEqual([])
  })

  it('locks versions, never the address of a registry', () => {
    const lock = readFileSync('package-lock.json', 'utf8')
    expect(lock).not.toMatch(/"resolved"/)
    expect(lock).toMatch(/"lockfileVersion": 3/)
  })

  it('locks what it declares', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> }
    expect(packages['']?.dependencies).toEqual(own.dependencies)
    expect(packages['']?.devDependencies).toEqual(own.devDependencies)
  })
})
