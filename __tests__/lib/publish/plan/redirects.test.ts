import type { Redirect } from '@/lib/content/redirects'
import type { Entry } from '@/lib/library/library'
import { bodyOf, entry, libraryOf } from '../../library/some-library'
import { drawingCode, inEmptyFolder } from '../folder'

inEmptyFolder(...drawingCode)

const entries = [entry({ slug: 'a', aliases: ['/articles/was-a/'] }), entry({ slug: 'b' })]
const redirects: Redirect[] = [{ from: '/old/', to: '/articles/b/' }, { from: '/burnt/' }]

/** What is planned beside the pages, as text where it is one; `pages` lie there already. */
async function planned(entries: Entry[], redirects: Redirect[], pages: string[] = []) {
  const { releaseFiles } = await import('@/lib/publish/plan/release-files')
  const about = { pictures: [], bodyOf, htmlOf: () => '', writtenOf: () => ({ text: '', edits: [] }) }
  const taken = new Set(pages)
  const files = new Map<string, string>()
  for (const file of releaseFiles({ library: libraryOf(entries, redirects), ...about }, (path) => taken.has(path))) {
    taken.add(file.path)
    files.set(file.path, 'text' in file ? file.text() : '')
  }
  return files
}
const ofHosts = ['/_redirects', '/_redirects.nginx', '/vercel.json']

describe('the redirects of a release', () => {
  test.each(ofHosts)('stand in %s, those of posts and those of the file', async (name) => {
    const text = (await planned(entries, redirects)).get(name)?.replace(/\\\\/g, '')
    for (const part of ['/articles/was-a/', '/articles/a/', '/old/', '/articles/b/']) expect(text).toContain(part)
    expect(text?.includes('/burnt/')).toBe(name !== '/vercel.json')
  })

  test.each<[string, Entry[], Redirect[]]>([
    ['an alias is new', [entry({ slug: 'a', aliases: ['/articles/was-a/', '/a/'] }), entry({ slug: 'b' })], redirects],
    ['an alias has gone', [entry({ slug: 'a' }), entry({ slug: 'b' })], redirects],
    ['one leads elsewhere', entries, [{ from: '/old/', to: '/articles/a/' }, { from: '/burnt/' }]],
    ['one is gone now', entries, [{ from: '/old/' }, { from: '/burnt/' }]],
  ])('change the files of all hosts where %s', async (_, otherEntries, others) => {
    const [before, after] = [await planned(entries, redirects), await planned(otherEntries, others)]
    for (const name of ofHosts) expect(after.get(name)).not.toBe(before.get(name))
  })

  test.each(['/articles/b/', '/feed.xml', '/robots.txt', '/robots.txt/'])(
    'never call %s gone, which is there',
    async (path) => {
      const files = await planned(entries, [{ from: path }], ['/articles/b/'])
      for (const name of ofHosts) expect(files.get(name)).not.toMatch(new RegExp(`${path}["\\s]`))
    },
  )

  test.each(ofHosts)('are written in %s as addresses are', async (name) => {
    const files = await planned(entries, [{ from: '/old/', to: '/tag/übung/' }])
    expect(files.get(name)).toContain('/tag/%C3%BCbung/')
    expect(files.get(name)).not.toContain('ü')
  })

  it('never lead away from a page', async () => {
    const files = await planned(entries, [{ from: '/articles/b/', to: '/articles/a/' }], ['/articles/b/'])
    for (const name of ofHosts) expect(files.get(name)).not.toMatch(/articles\/b\//)
    expect(files.has('/articles/b/')).toBe(false)
  })
})
