import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()
const url = process.env.SITE_URL
afterEach(() => {
  if (url === undefined) delete process.env.SITE_URL
  else process.env.SITE_URL = url
})

const site = 'https://example.org/magazine'
const urls = (...paths: string[]) =>
  `<urlset>${paths.map((path) => `<url><loc>${site}${path}</loc><lastmod>2024-01-01</lastmod></url>`).join('')}</urlset>`
const page = (path: string, more = '') => `<link rel="canonical" href="${site}${path}">${more}`

/** What is wrong with a release of three pages and these files beside them. */
async function gapsOf(files: Record<string, string>) {
  process.env.SITE_URL = site
  const pages = { 'index.html': page('/'), 'a/index.html': page('/a/'), '404.html': '<title>Not found</title>' }
  for (const [name, text] of Object.entries({ ...pages, ...files })) write(`site/${name}`, text)
  const { sitemapGaps } = await import('@/lib/publish/verify/sitemap-gaps')
  return sitemapGaps('site', ['/magazine/', '/magazine/a/', '/magazine/404.html'])
}

test.each([
  ['it has every page', { 'sitemap.xml': urls('/', '/a/') }],
  [
    'a page is not for search',
    { 'sitemap.xml': urls('/'), 'a/index.html': page('/a/', '<meta name="robots" content="noindex">') },
  ],
  [
    'a page belongs elsewhere',
    { 'sitemap.xml': urls('/'), 'a/index.html': '<link rel="canonical" href="https://b.example/">' },
  ],
  [
    'it lies in parts',
    {
      'sitemap.xml': `<sitemapindex><sitemap><loc>${site}/sitemap-1.xml</loc></sitemap></sitemapindex>`,
      'sitemap-1.xml': urls('/', '/a/'),
    },
  ],
])('a sitemap is right when %s', async (_, files) => {
  expect(await gapsOf(files)).toEqual([])
})

test.each([
  ['it lacks a page', urls('/'), `/magazine/sitemap.xml lacks ${site}/a/`],
  ['it names a page that is not there', urls('/', '/a/', '/b/'), `/magazine/sitemap.xml → ${site}/b/`],
])('a sitemap is wrong when %s', async (_, text, gap) => {
  expect(await gapsOf({ 'sitemap.xml': text })).toEqual([gap])
})
