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

const always = ['a file is added', 'a package is another']
const meanwhile = [...always, 'a file is written as it was']

test.each([
  ['a file is added', () => write('lib/more.ts', '')],
  ['a package is another', () => write('package-lock.json', 'other')],
  ['a file is written as it was', () => writeAgain('lib/feeds/rss.ts', 'code')],
  ['an editor keeps something beside a file', () => write('lib/feeds/.rss.ts.swp', '')],
  ['Next writes its settings', () => writeAgain('tsconfig.json', 'settings')],
])('what pages are made with, and whether the code was changed meanwhile, when %s', async (words, change) => {
  const { ChangedCode, codeStamp, madeWith, refuseChangedCode } = await someCode()
  const [before, stamp] = [madeWith(mode), codeStamp()]
  expect(() => refuseChangedCode(stamp)).not.toThrow()
  change()
  expect(madeWith(mode) !== before).toBe(always.includes(words))
  const refusing = expect(() => refuseChangedCode(stamp))
  if (meanwhile.includes(words)) refusing.toThrow(ChangedCode)
  else refusing.not.toThrow()
})
