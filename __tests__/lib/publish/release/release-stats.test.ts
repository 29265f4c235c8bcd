import { mkdirSync, rmSync, utimesSync } from 'node:fs'
import {
  checkFiles,
  damagedFile,
  filesWithStats,
  joinedStats,
  releaseStats,
  someStats,
  withoutStats,
} from '@/lib/publish/release/release-stats'
import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()
const files = ['/index.html', '/a/index.html']

beforeEach(() => {
  for (const file of files) published(file, 'a page')
})

function published(file: string, text: string): void {
  utimesSync(write(`release${file}`, text), 1_700_000_000, 1_700_000_000)
}

describe('a release', () => {
  test.each<[string, () => unknown, string | undefined]>([
    ['as it was published', () => {}, undefined],
    ['with the times of a copy', () => write('release/a/index.html', 'a page'), undefined],
    ['with another page of its size', () => write('release/a/index.html', 'b page'), '/a/index.html'],
    ['with a page cut short, of the same time', () => published('/a/index.html', 'a'), '/a/index.html'],
    ['without a page', () => rmSync('release/a', { recursive: true }), '/a/index.html'],
    [
      'with a folder in place of a page',
      () => {
        rmSync('release/index.html')
        mkdirSync('release/index.html')
      },
      '/index.html',
    ],
  ])('%s is told from one that was damaged', (_, change, damaged) => {
    const stats = releaseStats('release', files)
    change()
    expect(damagedFile('release', stats)).toBe(damaged)
  })

  it('is not read again where a copy had other times', () => {
    const stats = releaseStats('release', files)
    write('release/a/index.html', 'a page')
    expect(checkFiles(stats, () => 'release')).toEqual({ damaged: [], stats: releaseStats('release', files) })
  })

  it('is compared file by file, each in its folder, and nothing is kept of what was damaged', () => {
    const stats = releaseStats('release', files)
    rmSync('release/a', { recursive: true })
    expect(checkFiles(stats, () => 'release')).toEqual({
      damaged: ['/a/index.html'],
      stats: releaseStats('release', ['/index.html']),
    })
    write('other/a/index.html', 'a page')
    expect(checkFiles(stats, (file) => (file === '/index.html' ? 'release' : 'other')).damaged).toEqual([])
  })

  it('is compared by what remains of one list and by another', () => {
    const [page, other] = files.map((file) => releaseStats('release', [file]))
    const both = releaseStats('release', files)
    expect(joinedStats(page ?? '', other ?? '')).toBe(both)
    expect(joinedStats('', other ?? '')).toBe(other)
    expect(withoutStats(both, new Set(['/a/index.html', '/b.html']))).toBe(page)
    expect(filesWithStats(both)).toEqual(files)
    expect(filesWithStats('')).toEqual([])
  })

  it('is looked at whole where it is small, and of each kind of its files where it is large', () => {
    const numbers = Array.from({ length: 600 }, (_, number) => number)
    const many = numbers.flatMap((number) => [`/articles/${number}/index.html`, `/articles/${number}.md`])
    const statsOf = (files: string[]) => joinedStats(...files.map((file) => `1 1 a${file}`))
    const some = filesWithStats(someStats(statsOf([...many, '/index.html', '/assets/a.js'])))
    const ending = (text: string) => some.filter((file) => file.endsWith(text))
    expect(someStats(statsOf(files))).toBe(statsOf(files))
    expect([ending('.md').length, ending('/index.html').length, ending('.js').length]).toEqual([500, 501, 1])
  })
})
