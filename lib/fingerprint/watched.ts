import { nextWorkFolder } from '../next-folder'

/**
 * The code is whatever lies in the project's folder, but for what is named here: a list of what belongs to it would miss
 * the stylesheet in a new folder, and the settings of the next tool that a bundler reads.
 */
export function isWatched(file: string): boolean {
  const [name = ''] = file.split('/')
  return !made.has(name) && !lookedAtElsewhere.has(name) && !endings.test(name) && !isAside(file)
}

const made = new Set([
  ...['.cache', '.git', nextWorkFolder, '.releases', 'coverage', 'next-env.d.ts', 'node_modules', 'out', 'out.next'],
  ...['playwright-report', 'test-results'],
])

/** One is an input of its own, the other asks for what npm lists once it is installed. */
const lookedAtElsewhere = new Set(['public', 'package-lock.json'])

/** What tools leave, and variables, of which the values count. */
const endings = /\.(?:log|tsbuildinfo)$|^\.env(?:\.|$)/

/** Whether a file is for people, tests or commands: no page may be made of it, and none is. */
export function isAside(file: string): boolean {
  const [name = ''] = file.split('/')
  return aside.has(name) || /\.md$/.test(name)
}

const aside = new Set([
  ...['__tests__', 'bench', 'cli', 'docs', 'LICENSE', 'biome.json', 'jest.config.js', 'playwright.config.ts'],
  ...['.ci', '.editorconfig', '.gitattributes', '.github', '.gitignore', '.husky', '.idea', '.node-version', '.npmrc'],
  ...['.nvmrc', '.vscode'],
])
