import { readFileSync } from 'node:fs'
import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()

/** What Next compiles, as small as can be: components that say what they are, and what they were given. */
async function opened() {
  const route = (page: string, regex: string) => ({ page, regex })
  const routes = {
    staticRoutes: [route('/', '^/(?:/)?$'), route('/_not-found', '^/_not-found(?:/)?$')],
    dynamicRoutes: [
      route('/articles/page/[page]', '^/articles/page/([^/]+?)(?:/)?$'),
      route('/articles/[slug]', '^/articles/([^/]+?)(?:/)?$'),
      route('/tag/[slug]/[[...page]]', '^/tag/([^/]+?)(?:/(.+?))?(?:/)?$'),
      route('/lost', '^/lost(?:/)?$'),
    ],
  }
  write('.next/routes-manifest.json', JSON.stringify(routes))
  const pages = [
    '/',
    '/_not-found/',
    '/articles/page/[page]/',
    '/(reading)/articles/[slug]/',
    '/tag/[slug]/[[...page]]/',
  ]
  const files = Object.fromEntries(pages.map((page) => [`${page}page`, `app${page}page.js`]))
  write('.next/server/app-paths-manifest.json', JSON.stringify(files))
  for (const [page, file] of Object.entries(files)) write(`.next/server/${file}`, program(page))
  write('node_modules/next/dist/server/node-environment.js', '')
  const vendored = 'node_modules/next/dist/server/route-modules/app-page/vendored/rsc'
  write(`${vendored}/react.js`, 'exports.__SERVER_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE = {}')
  write(`${vendored}/react-dom.js`, 'exports.__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE = { d: {} }')
  write('package.json', '{}')
  const { openCompiledPages } = await import('@/lib/publish/render/compiled-pages')
  return openCompiledPages({ '/': ['/_next/a.css', '/_next/b.css'] })
}

// The front page is a promise of its module, as where something in it is waited for.
const program = (page: string) => `
  const element = (type, props) => ({ $$typeof: Symbol.for('react.transitional.element'), type, key: type, ref: null, props })
  const Layout = async ({ children }) =>
    element('html', { children: [element('head', {}), element('body', { children })] })
  const Page = async ({ params }) => {
    const given = await params
    if (given.slug === 'broken') throw new Error('A component failed')
    return [element('title', { children: 'Title' }), element('main', { children: '${page} ' + JSON.stringify(given) })]
  }
  const load = (component) => [async () => ({ default: component }), 'file.tsx']
  const inner = ['inner', { children: ['__PAGE__', {}, { page: load(Page) }] }, {}]
  const entry = { routeModule: { userland: { loaderTree: ['', { children: inner }, { layout: load(Layout) }] } } }
  module.exports = ${page === '/page'} ? Promise.resolve(entry) : entry`

const textOf = (html: string) => /<main>(.*)<\/main>/.exec(html)?.[1]?.replaceAll('&quot;', '"')

describe('what Next has compiled', () => {
  it('is put together from layouts and pages, with the head that Next gives a page', async () => {
    const { render } = await opened()
    expect(await render('/')).toBe(
      [
        '<!DOCTYPE html><html><head><meta charSet="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        '<link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>',
        '<link rel="stylesheet" href="/_next/b.css" data-precedence="next"/>',
        '<title>Title</title></head><body><main>/page {}</main></body></html>',
      ].join(''),
    )
  })

  it('is left to Next where its code makes the head by itself', async () => {
    const { render } = await opened()
    const file = '.next/server/app/page.js'
    write(
      file,
      readFileSync(file, 'utf8').replace('{ default: component }', '{ default: component, generateMetadata() {} }'),
    )
    await expect(render('/')).rejects.toThrow('/ could not be rendered: its code has a function generateMetadata')
  })

  it('is given what stands in the path of a page', async () => {
    const { render } = await opened()
    expect(textOf(await render('/articles/page/2/'))).toBe('/articles/page/[page]/page {"page":"2"}')
    expect(textOf(await render('/tag/a%20b/page/3/'))).toMatch(/ {"slug":"a b","page":\["page","3"\]}$/)
    expect(textOf(await render('/tag/a/'))).toMatch(/ {"slug":"a"}$/)
  })

  it('is found by its route, whatever groups its files stand in', async () => {
    const { render } = await opened()
    expect(textOf(await render('/articles/a/'))).toBe('/(reading)/articles/[slug]/page {"slug":"a"}')
  })

  it('is not to be found by others where nothing was found', async () => {
    const { render } = await opened()
    expect(await render('/404.html')).toContain('<meta name="robots" content="noindex"/>')
    expect(await render('/')).not.toContain('noindex')
  })

  it('is refused where no route leads there, nothing was compiled for it, or a component fails', async () => {
    const { render } = await opened()
    await expect(render('/author/a/')).rejects.toThrow(
      '/author/a/ could not be rendered: Next has compiled nothing for it',
    )
    await expect(render('/lost/')).rejects.toThrow('/lost/ could not be rendered: Next has compiled nothing for it')
    await expect(render('/articles/broken/')).rejects.toThrow(
      '/articles/broken/ could not be rendered: A component failed',
    )
  })
})
