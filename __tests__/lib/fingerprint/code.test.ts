import { mkdirSync, symlinkSync, utimesSync } from 'node:fs'
import { inEmptyFolder } from '../publish/folder'

const { write } = inEmptyFolder()
const mode = { plain: false, compress: false }
const code = ['app/page.tsx', 'browser/theme.ts', 'components/Page.tsx', 'lib/feeds/rss.ts', 'cli/build.ts']
const settings = ['next.config.js', 'package.json', 'tsconfig.json', 'package-lock.json', 'README.md']
const installed = 'node_modules/.package-lock.json'

/** Some code, and what is said of it. */
async function someCode() {
  for (const file of code) write(file, 'code')
  for (const file of settings) write(file, 'settings')
  write(installed, '{}')
  return import('@/lib/fingerprint/code')
}

/** Writes it as it was, long after. */
function writeAgain(file: string, text: string) {
  const then = Date.now() / 1000 + 60
  utimesSync(write(file, text), then, then)
}

function link(file: string, to: string) {
  mkdirSync('theme', { recursive: true })
  symlinkSync(to, file)
}

/** What enters: whether pages are made anew, and whether a build that runs meanwhile stops. */
test.each<[string, change: () => void, isOther: boolean, stops: boolean]>([
  ['a file is added', () => write('lib/more.ts'), true, true],
  ['a file comes to a folder that is not known', () => write('theme/base.css', 'code'), true, true],
  ['a file comes behind a link', () => link('theme/ours', '../cli'), true, true],
  ['a link leads round', () => link('theme/round', '..'), false, false],
  ['a folder of a route begins with a dot', () => write('app/.well-known/page.tsx'), true, true],
  ['a bundler is told something', () => write('postcss.config.mjs'), true, true],
  ['browsers are chosen', () => write('.browserslistrc'), true, true],
  ['paths are given to TypeScript', () => write('tsconfig.json', 'other'), true, false],
  ['a package is installed', () => write(installed, '{"packages":{}}'), true, false],
  ['a package is asked for, and not installed', () => write('package-lock.json', 'other'), false, false],
  ['a file is written as it was', () => writeAgain('lib/feeds/rss.ts', 'code'), false, true],
  ['an editor keeps something beside a file', () => write('lib/feeds/.rss.ts.swp'), false, false],
  ['an editor locks a file', () => link('theme/.#a', 'nobody@nowhere'), false, false],
  ['Next writes its settings', () => writeAgain('tsconfig.json', 'settings'), false, false],
  ['something is explained', () => write('README.md', 'other'), false, false],
  ['a command is changed', () => write('cli/build.ts', 'other'), false, false],
  ['a post is written', () => write('posts/a.md'), false, false],
  ['a page is made', () => write('.cache/export/index.html'), false, false],
])('when %s', async (_, change, isOther, stops) => {
  const { ChangedCode, codeStat, codeFingerprint, throwIfCodeChanged } = await someCode()
  const [fingerprint, stat] = [codeFingerprint(mode), codeStat()]
  expect(() => throwIfCodeChanged(stat)).not.toThrow()
  change()
  expect(codeFingerprint(mode) !== fingerprint).toBe(isOther)
  if (stops) expect(() => throwIfCodeChanged(stat)).toThrow(ChangedCode)
  else expect(() => throwIfCodeChanged(stat)).not.toThrow()
})

describe('the variables that a page may read', () => {
  const variables = ['FEATURE', 'NEXT_PUBLIC_A', 'SITE_A', 'SITE_NOW', 'OTHER']
  afterEach(() => {
    for (const name of variables) delete process.env[name]
  })

  test.each([
    ['FEATURE', true],
    ['NEXT_PUBLIC_A', true],
    ['SITE_A', true],
    ['SITE_NOW', false],
    ['OTHER', false],
  ])('%s enters: %s', async (name, isOther) => {
    write('.env', 'FEATURE=on')
    const { codeFingerprint } = await someCode()
    const { pageEnvironment, readEnvFiles } = await import('@/lib/environment.mjs')
    readEnvFiles('production')
    const fingerprint = codeFingerprint(mode)
    process.env[name] = 'other'
    expect(codeFingerprint(mode) !== fingerprint).toBe(isOther)
    expect(name in pageEnvironment()).toBe(isOther)
  })
})
