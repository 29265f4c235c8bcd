import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { post } from '../lib/content/valid-post'
import type { Row } from './bad-front-matter'

const noSlug = (name: string, message: RegExp): Row => [name, post(), ['1:1 error slug', message]]

/** Files that are wrong by their names, or beside another. */
export const badFiles: Row[] = [
  ['Hello.md', post()],
  ['hello.md', post(), ['1:1 error file-name', /posts\/hello\.md and .*posts\/Hello\.md/]],
  ['cafe\u0301.md', post()],
  ['caf\u00e9.md', post(), ['1:1 error file-name', /caf\u00e9\.md and .*cafe\u0301\.md/]],
  ['your-own.md', post({ slug: 'taken' }), ['7:7 error slug-taken', /your-own\.md and .*taken\.md/]],
  ['08-edge.md', post()],
  ['09-edge.md', post(), ['1:1 error slug-taken', /09-edge\.md and .*08-edge\.md/]],
  noSlug('CON.md', /cannot be used/),
  noSlug('index.md', /cannot be used/),
  noSlug('404.md', /cannot be used/),
  noSlug('..md', /cannot be written/),
  noSlug('\u65e5\u672c\u8a9e.md', /cannot be written/),
]

/** Names that are no files to read, made in a folder. */
export function makeUnreadable(folder: string): Row[] {
  symlinkSync(path.resolve('__tests__/fixtures/two/plain.md'), path.join(folder, 'link.md'))
  mkdirSync(path.join(folder, 'folder.md'))
  execFileSync('mkfifo', [path.join(folder, 'pipe.md')])
  return [
    ['link.md', '', ['1:1 error not-a-file', /symbolic link/]],
    ['folder.md', '', ['1:1 error not-a-file', /folder/]],
    ['pipe.md', '', ['1:1 error not-a-file', /not a regular file/]],
  ]
}

export const closed: Row = ['closed.md', post(), ['1:1 error unreadable', /cannot be read \(EACCES\)/]]

export const close = (folder: string) => chmodSync(path.join(folder, 'closed.md'), 0)

/** Names and texts that are odd, and right all the same. */
export const fineFiles: [file: string, text: string][] = [
  ...['1984', 'yes', '1.10', '0x1F', 'null', '2001-01-01'].map((title, at): [string, string] => [
    `title-${at}.md`,
    post({ title }),
  ]),
  ...['</script><script>alert(1)</script>', ']]><x>', `{{x}} $${'{x}'}`].map((title, at): [string, string] => [
    `hostile-title-${at}.md`,
    post({ title: `"${title}"` }),
  ]),
  ['day-in-words.md', post({ date: 'April 17, 2023' })],
  ['day-in-other-words.md', post({ date: '17 April 2023' })],
  ['minutes.md', post({ readTime: '8' })],
  ['minutes-in-words.md', post({ readTime: '8 min' })],
  ['one-mark.md', `\ufeff${post()}`],
  ['windows.md', `\ufeff${post().replaceAll('\n', '\r\n')}`],
  ['a b.md', post()],
]
