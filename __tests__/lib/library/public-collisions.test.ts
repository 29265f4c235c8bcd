import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathCollisions } from '@/lib/library/path-collisions'
import { readPublicFolder } from '@/lib/public-folder'
import { articleOf, post } from '../content/valid-post'

let publicDirectory: string
beforeEach(() => {
  publicDirectory = mkdtempSync(path.join(tmpdir(), 'public-'))
})
afterEach(() => rmSync(publicDirectory, { recursive: true }))

function problemsWith(files: string[], fields: Record<string, string> = {}) {
  for (const file of files) {
    mkdirSync(path.join(publicDirectory, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(publicDirectory, file), '')
  }
  const article = articleOf(post({ tags: '[Edge]', series: 'A node', ...fields }))
  return pathCollisions([article], [], {
    publicFolder: readPublicFolder(publicDirectory),
    categories: [{ slug: 'insight' }],
    profiles: [],
  })
}

describe('a file of public/', () => {
  test.each([
    ['index.html.gz', /in place of \/, which belongs to the site itself/],
    ['index.html.br', /in place of \/,/],
    ['about/index.html.zst', /in place of \/about\/,/],
    ['feed.xml.gz', /in place of \/feed\.xml,/],
    ['articles/a-valve/index.html.gz', /in place of \/articles\/a-valve\/, which belongs to posts\/a-valve\.md/],
    ['articles/page/1/index.html.br', /in place of \/articles\/page\/1\/,/],
    ['index.html', /never be seen: \/ belongs to the site itself/],
    ['404.html', /never be seen: \/404\.html belongs/],
    ['articles/a-valve/index.html', /never be seen: \/articles\/a-valve\/ belongs to posts\/a-valve\.md/],
    ['articles/page/1/index.html', /never be seen: \/articles\/page\/1\/ belongs/],
    ['tag/edge/index.html', /never be seen/],
    ['articles', /cannot be published: \/articles\/ belongs/],
    ['feed.xml/old.html', /cannot be published: \/feed\.xml belongs/],
    ['_next/x.js', /cannot be published: \/_next\/ belongs/],
    ['About/team.pdf', /"\/About\/" and "\/about\/" of the site itself are one name/],
    ['Feed.xml', /"\/Feed\.xml" and "\/feed\.xml" of/],
    ['articles/A-Valve/index.html', /"\/articles\/A-Valve\/" and "\/articles\/a-valve\/" of posts\/a-valve\.md/],
  ])('cannot be %s', (file, message) => {
    expect(problemsWith([file])).toEqual([
      {
        ...{ file: `public/${file}`, line: 1, column: 1, severity: 'error', rule: 'public-file' },
        ...{ message: expect.stringMatching(message), hint: expect.stringMatching(/[Rr]ename|Delete/) },
      },
    ])
  })

  test.each([
    // What the site makes for machines and for hosts gives way to a file of the operator's own.
    [['feed.xml', 'robots.txt', 'articles/a-valve.md', 'art/insight/a-valve.svg', 'manifest.webmanifest']],
    [['_headers', '_redirects', '_worker.js', 'vercel.json', 'package.json', 'web.config', 'sw.js', '.htaccess']],
    [['favicon.ico', 'about/team.pdf', 'maps/index.html', 'articles/old.html', 'search/index.html', 'tags.html']],
    // Compressed files of which there is nothing else, or that lie beside what they were made of.
    [['data.csv.gz', 'report.pdf', 'report.pdf.gz', 'feed.xml', 'feed.xml.br']],
  ])('can be %j', (files) => {
    expect(problemsWith(files)).toEqual([])
  })

  it('cannot be sent in place of a page that leads on', () => {
    const problems = problemsWith(['old.html.gz', 'older/index.html.br'], { aliases: '[/old.html, /older/, /oldest/]' })
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['public/old.html.gz', 'A server would send it in place of /old.html, which belongs to posts/a-valve.md.'],
      ['public/older/index.html.br', 'A server would send it in place of /older/, which belongs to posts/a-valve.md.'],
    ])
  })
})
