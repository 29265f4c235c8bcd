import { utimesSync } from 'node:fs'
import { inEmptyFolder } from './folder'

const { write } = inEmptyFolder()
const mode = { plain: false, compress: false }

/** Some code, and what is said of it. */
async function someCode() {
  for (const file of ['app/page.tsx', 'browser/theme.ts', 'components/Page.tsx', 'lib/feeds/rss.ts'])
    write(file, 'code')
  for (const file of ['next.config.js', 'package-lock.json', 'package.json', 'tsconfig.json']) write(file, 'settings')
  return import('@/lib/publish/made-with')
}

/** Writes it as it was, long after. */
function writeAgain(file: string, text: string) {
  const then = Date.now() / 1000 + 60
  utimesSync(write(file, text), then, then)
}

test.each([
  ['a file is added', () => write('lib/more.ts', ''), true],
  ['a package is another', () => write('package-lock.json', 'other'), true],
  ['an editor keeps something beside a file', () => write('lib/feeds/.rss.ts.swp', ''), false],
  ['a file is written as it was', () => writeAgain('lib/feeds/rss.ts', 'code'), false],
])('pages are made with something else when %s', async (_, change, isOther) => {
  const { madeWith } = await someCode()
  const before = madeWith(mode)
  change()
  expect(madeWith(mode) !== before).toBe(isOther)
})

test.each([
  ['a file is added', () => write('lib/more.ts', ''), true],
  ['a file is written as it was', () => writeAgain('lib/feeds/rss.ts', 'code'), true],
  ['an editor keeps something beside a file', () => write('lib/feeds/.rss.ts.swp', ''), false],
  ['Next writes its settings', () => writeAgain('tsconfig.json', 'settings'), false],
])('the code counts as changed meanwhile when %s', async (_, change, isChanged) => {
  const { ChangedCode, codeStamp, refuseChangedCode } = await someCode()
  const stamp = codeStamp()
  expect(() => refuseChangedCode(stamp)).not.toThrow()
  change()
  const refusing = expect(() => refuseChangedCode(stamp))
  if (isChanged) refusing.toThrow(ChangedCode)
  else refusing.not.toThrow()
})
