import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { type PublicFolder, readPublicFolder } from '@/lib/public-folder'
import { inEmptyFolder } from './publish/folder'

const { write } = inEmptyFolder()
const link = (target: string, name: string) => {
  mkdirSync(path.dirname(name), { recursive: true })
  symlinkSync(target, name)
}
const paths = ({ files }: PublicFolder) => files.map(({ path }) => path)
const told = ({ problems }: PublicFolder) =>
  problems.map(({ file, line, column, severity, rule, message }) => {
    expect([line, column, rule]).toEqual([1, 1, 'public-file'])
    return `${file} ${severity} ${message}`
  })

describe('what lies in public/', () => {
  test.each([
    [
      ['a.txt', 'b/c/d e.txt', 'É.txt'],
      ['/a.txt', '/b/c/d e.txt', '/É.txt'],
    ],
    [
      ['.well-known/security.txt', '.nojekyll', '.htaccess', '_headers', 'a.swf', '~a.txt', 'git/a', 'b#'],
      ['/.htaccess', '/.nojekyll', '/.well-known/security.txt', '/_headers', '/a.swf', '/b#', '/git/a', '/~a.txt'],
    ],
    [[], []],
  ])('is published, as %j', (files, published) => {
    for (const file of files) write(`public/${file}`)
    expect([paths(readPublicFolder()), told(readPublicFolder())]).toEqual([published, []])
  })

  test.each([
    ['.DS_Store', '._a.png', '.localized', '.AppleDouble/a', '.Spotlight-V100/a'],
    ['.#a.txt', '.a.txt.swp', '.a.swo', '.a.swx', 'deep/.a.swn', '.a.txt.kate-swp'],
    ['.~lock.a.odt#', '.goutputstream-AB12', '.nfs00000001a', '.directory'],
    ['.git/config', '.gitkeep', '.gitignore', '.svn/entries', '.hg/store', '.vscode/settings.json'],
  ])('is left out without a word when it is hidden, and editors and systems have left it: %s, %s, …', (...files) => {
    for (const file of [...files, 'robots.txt']) write(`public/${file}`)
    expect([paths(readPublicFolder()), told(readPublicFolder())]).toEqual([['/robots.txt'], []])
  })

  test.each([
    ['a.txt~', '#a.txt#', 'a.swp'],
    ['~$a.docx', '__MACOSX/a', 'Icon\r'],
    ['Thumbs.db', 'thumbs.db', 'deep/desktop.ini', '$RECYCLE.BIN/a'],
  ])('is left out, and told once, when editors and systems have left it in sight: %s, %s, …', (...files) => {
    for (const file of [...files, 'robots.txt']) write(`public/${file}`)
    expect(paths(readPublicFolder())).toEqual(['/robots.txt'])
    expect(told(readPublicFolder())).toEqual([
      expect.stringMatching(new RegExp(`^public/[^]* warning An editor or a system has left ${files.length} files`)),
    ])
  })

  it('is left out when it is the lock of an editor, which leads to nothing', () => {
    link('me@host.1:2', 'public/.#robots.txt')
    expect([paths(readPublicFolder()), told(readPublicFolder())]).toEqual([[], []])
  })

  it('is published under every name that leads to it', () => {
    write('public/v2/a.txt')
    link('v2', 'public/latest')
    link('v2/a.txt', 'public/b.txt')
    link('../latest/a.txt', 'public/deep/c.txt')
    const folder = readPublicFolder()
    expect(told(folder)).toEqual([])
    expect(paths(folder)).toEqual(['/b.txt', '/deep/c.txt', '/latest/a.txt', '/v2/a.txt'])
    expect(new Set(folder.files.map(({ file }) => file))).toEqual(new Set([path.resolve('public/v2/a.txt')]))
  })

  it('is published from elsewhere, where a link leads there', () => {
    write('public-2/a/b.txt')
    write('own.txt')
    link('../public-2/a', 'public/a')
    link(path.resolve('own.txt'), 'public/c.txt')
    expect([paths(readPublicFolder()), told(readPublicFolder())]).toEqual([['/a/b.txt', '/c.txt'], []])
  })

  it('may itself be a link', () => {
    write('elsewhere/a.txt')
    symlinkSync('elsewhere', 'public')
    expect([paths(readPublicFolder()), told(readPublicFolder())]).toEqual([['/a.txt'], []])
  })

  test.each<[string, string, () => unknown]>([
    ['a warning This link leads to nothing', 'that is a link to nothing', () => link('none', 'public/a')],
    ['a warning This link leads to nothing', 'that is a link to below a file', () => belowFile()],
    [' error This link leads to nothing', 'where public is a link to nothing', () => symlinkSync('none', 'public')],
    ['a~ warning An editor or a system has left this', 'that is a copy of an editor', () => write('public/a~')],
    ['a error This link leads round', 'that is a link to itself', () => link('a', 'public/a')],
    ['a error This link leads round', 'that is a link to the folder it is in', () => link('.', 'public/a')],
    ['a/b error This link leads round', 'that is a link to a folder it is in', () => link('../a', 'public/a/b')],
    ['a error This link leads round', 'that is a link to a folder above public', () => link('..', 'public/a')],
    ['a error This link leads round', 'that is a link to everything', () => link('/', 'public/a')],
    ['b/a error This link leads round', 'that leads back from elsewhere', () => elsewhereAndBack()],
    ['a error This is neither a file nor a folder', 'that is a pipe', () => pipe('public/a')],
    ['a error This is neither a file nor a folder', 'that is a link to a pipe', () => pipeBehindLink()],
    ['a\n error Its name holds a character', 'with a line end in its name', () => write('public/a\n')],
    ['b/a\u009b error Its name holds a character', 'with a control in its name', () => write('public/b/a\u009b')],
    [' error This cannot be read (ENOTDIR)', 'where public is a file', () => write('public')],
  ])('is told: %j, of one %s', (words, _, make) => {
    make()
    const [first = '', ...others] = told(readPublicFolder())
    expect(first.replace('public/', 'public').replace('public', '').slice(0, words.length)).toBe(words)
    expect(others).toEqual([])
    expect(paths(readPublicFolder())).toEqual([])
  })

  it('is found in time, however links lead to one another', () => {
    const names = Array.from({ length: 12 }, (_, at) => `f${at}`)
    for (const name of names)
      for (const other of names) if (name !== other) link(`../${other}`, `public/${name}/${other}`)
    const problems = told(readPublicFolder())
    expect(problems).toContainEqual(
      expect.stringMatching(/ error Through links to folders there are more than 100,000 /),
    )
    // Of each link at most once.
    expect(problems.length).toBeLessThanOrEqual(12 * 11 + 1)
  })

  test.each([
    ['/a b.txt', true],
    ['/a%20b.txt', true],
    ['/x/../a%20b.txt', true],
    ['/100%.txt', true],
    ['/deep/c.txt', true],
    ['/deep', false],
    ['/A b.txt', false],
    ['/x%2f..%2fa b.txt', false],
    ['/none.txt', false],
    ['a b.txt', false],
  ])('is found by the path %s of a link: %s', (url, isThere) => {
    for (const file of ['a b.txt', '100%.txt', 'deep/c.txt']) write(`public/${file}`)
    expect(readPublicFolder().find(url) !== undefined).toBe(isThere)
  })
})

function belowFile(): void {
  write('own.txt')
  link('../own.txt/a', 'public/a')
}

function elsewhereAndBack(): void {
  mkdirSync('elsewhere')
  link('../public', 'elsewhere/a')
  link('../elsewhere', 'public/b')
}

function pipe(name: string): void {
  mkdirSync(path.dirname(name), { recursive: true })
  execFileSync('mkfifo', [name])
}

function pipeBehindLink(): void {
  pipe('public/.git/pipe')
  link('.git/pipe', 'public/a')
}
