import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()
const url = process.env.SITE_URL
afterEach(() => {
  if (url === undefined) delete process.env.SITE_URL
  else process.env.SITE_URL = url
})

/** What is broken in a release of two pages, a stylesheet and a picture, when its front page holds this. */
async function brokenIn(html: string, siteUrl = 'https://example.org') {
  process.env.SITE_URL = siteUrl
  write('site/index.html', `<h1 id="top-of-it">x</h1>${html}`)
  write('site/articles/a-valve/index.html', '<h2 id="s-größe">x</h2><h2 id="s-100%">x</h2><a href="../../">front</a>')
  write('site/style.css', 'h1 {}')
  write('site/pictures/a b.png', 'pixels')
  const { brokenLinks } = await import('./broken-links')
  return brokenLinks('site')
}

describe('a release is right', () => {
  test.each([
    ['a page', '<a href="/articles/a-valve/">x</a>'],
    ['a page, relative', '<a href="articles/a-valve/">x</a>'],
    ['a page with a query', '<a href="/articles/a-valve/?from=front">x</a>'],
    ['a place on this page', '<a href="#top-of-it">x</a>'],
    ['a place on another page', '<a href="/articles/a-valve/#s-gr%C3%B6%C3%9Fe">x</a>'],
    ['a place with a stray percent sign', '<a href="/articles/a-valve/#s-100%">x</a>'],
    ['the whole address of a page', '<a href="https://example.org/articles/a-valve/">x</a>'],
    ['a stylesheet', '<link rel="stylesheet" href="/style.css">'],
    ['a picture with a space in its name', '<img src="/pictures/a%20b.png">'],
    ['a choice of pictures', '<img srcset="/pictures/a%20b.png 320w, /pictures/a%20b.png 640w">'],
    ['the top, which every browser knows', '<a href="#top">x</a>'],
    ['another site on the same host, by its whole address', '<a href="https://example.org/none/">x</a>'],
    ['another site', '<a href="https://elsewhere.example/nothing">x</a>'],
    ['another site without its scheme', '<a href="//elsewhere.example/nothing">x</a>'],
    ['a letter', '<a href="mailto:a@example.org">x</a>'],
    ['an address in a comment or in text', '<!-- <a href="/none/"> --> &lt;a href="/none/">'],
  ])('when it links %s', async (_, html) => {
    expect(await brokenIn(html)).toEqual([])
  })

  it('when it lives under a path and links there', async () => {
    const html = '<a href="/magazine/articles/a-valve/">x</a><img src="/magazine/pictures/a%20b.png">'
    expect(await brokenIn(html, 'https://example.org/magazine')).toEqual([])
  })
})

describe('a release is wrong', () => {
  test.each([
    ['a page that is not there', '<a href="/articles/a-lamp/">x</a>', '/articles/a-lamp/'],
    ['a folder without its slash', '<a href="/articles/a-valve">x</a>', '/articles/a-valve'],
    ['a page by another case', '<a href="/articles/A-Valve/">x</a>', '/articles/A-Valve/'],
    ['a place that is not there', '<a href="/articles/a-valve/#s-none">x</a>', '/articles/a-valve/#s-none'],
    ['a place not on this page', '<a href="#s-none">x</a>', '#s-none'],
    ['a script that is not there', '<script src="/assets/page.js"></script>', '/assets/page.js'],
    ['a picture that is not there', '<img src="pictures/none.png">', 'pictures/none.png'],
    ['a choice that is not all there', '<img srcset="/pictures/a%20b.png 320w, /none.png 640w">', '/none.png'],
    ['what cannot be decoded', '<a href="/%E0%A4%A/">x</a>', '/%E0%A4%A/'],
  ])('when it links %s', async (_, html, link) => {
    expect(await brokenIn(html)).toEqual([`/index.html → ${link}`])
  })

  it('when it lives under a path and links beside it', async () => {
    const broken = await brokenIn('<a href="/articles/a-valve/">x</a>', 'https://example.org/magazine')
    expect(broken).toEqual(['/index.html → /articles/a-valve/'])
  })

  it('in each place, and all are named', async () => {
    expect(await brokenIn('<a href="/x/">x</a><img src="/y.png"><a href="#z">z</a>')).toHaveLength(3)
  })
})
