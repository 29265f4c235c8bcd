import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()

/** What Next compiles, as small as can be: programs that say who they are, and by which names they were asked. */
async function opened() {
  const route = (page: string, regex: string) => ({ page, regex })
  const routes = {
    staticRoutes: [route('/', '^/(?:/)?$'), route('/_not-found', '^/_not-found(?:/)?$')],
    dynamicRoutes: [
      route('/articles/page/[page]', '^/articles/page/([^/]+?)(?:/)?$'),
      route('/articles/[slug]', '^/articles/([^/]+?)(?:/)?$'),
    ],
  }
  write('.next/routes-manifest.json', JSON.stringify(routes))
  const pages = ['/page', '/_not-found/page', '/articles/page/[page]/page', '/(reading)/articles/[slug]/page']
  const files = Object.fromEntries(pages.map((page) => [page, `app${page}.js`]))
  write('.next/server/app-paths-manifest.json', JSON.stringify(files))
  for (const page of pages) write(`.next/server/${files[page]}`, program(page))
  write(
    'node_modules/next/dist/server/node-environment.js',
    'globalThis.environments = (globalThis.environments ?? 0) + 1',
  )
  write('package.json', '{}')
  const { openEntryPoints } = await import('@/lib/publish/render/entry-points')
  return openEntryPoints()
}

const program = (page: string) => `
  exports.handler = async (request, response) => {
    if (request.url.includes('missing')) response.statusCode = 404
    if (request.url.includes('broken')) throw new Error('A component failed')
    response.setHeader('content-type', 'text/html')
    response.write('${page} ')
    response.write(new TextEncoder().encode(request.method + ' ' + request.url + ' '))
    setTimeout(() => response.end(response.statusCode + ' ' + request.headers['user-agent']), 5)
  }`

describe('what Next has compiled', () => {
  it('is asked by the path of a page, as a server would ask', async () => {
    const { render } = await opened()
    expect(await render('/')).toBe('/page GET / 200 Twitterbot')
    expect(await render('/articles/page/2/')).toMatch(/^\/articles\/page\/\[page\]\/page GET \/articles\/page\/2\/ /)
  })

  it('is found by its route, whatever groups its files stand in', async () => {
    const { render } = await opened()
    expect(await render('/articles/a/')).toMatch(/^\/\(reading\)\/articles\/\[slug\]\/page /)
  })

  it('gives the page of what is not found its status', async () => {
    const { render } = await opened()
    expect(await render('/404.html')).toBe('/_not-found/page GET /_not-found/ 404 Twitterbot')
  })

  it('is refused where a page was not found, no route leads there, or a component fails', async () => {
    const { render } = await opened()
    await expect(render('/articles/missing/')).rejects.toThrow('Next rendered /articles/missing/ with status 404')
    await expect(render('/tag/a/')).rejects.toThrow('Next has compiled no page for /tag/a/')
    await expect(render('/articles/broken/')).rejects.toThrow('A component failed')
  })
})
