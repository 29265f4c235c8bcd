import path from 'node:path'

const original = { ...process.env }
afterEach(() => {
  process.env = { ...original }
})

async function siteWith(environment: Record<string, string>) {
  process.env = { ...original, ...environment }
  jest.resetModules()
  return import('@/lib/site')
}

describe('the settings', () => {
  test.each([
    ['https://example.org', 'https://example.org', ''],
    ['https://example.org/', 'https://example.org', ''],
    ['https://example.org/magazine', 'https://example.org', '/magazine'],
    ['https://example.org/a/magazine//', 'https://example.org', '/a/magazine'],
    ['http://localhost:8080/x/', 'http://localhost:8080', '/x'],
  ])('take SITE_URL %s as the origin %s and the path "%s"', async (url, origin, basePath) => {
    expect((await siteWith({ SITE_URL: url })).site).toMatchObject({ origin, basePath })
  })

  test.each([
    ['SITE_URL', 'example.org', /"example\.org".*Write https:\/\//],
    ['SITE_URL', 'ftp://example.org', /Write https:\/\//],
    ['SITE_URL', 'javascript:alert(1)', /Write https:\/\//],
    ['SITE_URL', 'https://example.org/?x=1', /Write https:\/\//],
    ['SITE_URL', 'https://example.org/#top', /Write https:\/\//],
    ['SITE_URL', 'https://example.org//magazine', /^SITE_URL .*Write https:\/\//],
    ['SITE_URL', 'https://example.org/%zz', /^SITE_URL /],
    ['SITE_URL', 'https://ada:secret@example.org', /^SITE_URL /],
    ['PORT', 'three', /"three".*Write 3000/],
    ['PORT', '70000', /Write 3000/],
    ['PORT', '-1', /Write 3000/],
  ])('refuse %s=%s and say what to write', async (name, text, message) => {
    await expect(siteWith({ [name]: text })).rejects.toThrow(message)
  })

  test.each([
    ['2026-04-17T08:00:00Z', '2026-04-17T08:00:00.000Z'],
    ['2026-04-17T08:00:00.250+02:00', '2026-04-17T06:00:00.250Z'],
    ['2026-04-17', '2026-04-17T00:00:00.000Z'],
  ])('take SITE_NOW %s as the instant %s', async (text, instant) => {
    expect((await siteWith({ SITE_NOW: text })).now().toISOString()).toBe(instant)
  })

  test.each(['soon', '2026-13-01T00:00:00Z', '17 April 2026', '2026-04-17T08:00:00'])(
    'refuse SITE_NOW %s, which is none or another instant elsewhere',
    async (text) => {
      await expect(siteWith({ SITE_NOW: text })).rejects.toThrow(/^SITE_NOW .*Write 2026-04-17T08:00:00Z/)
    },
  )

  it('go by the clock where SITE_NOW is not set', async () => {
    const { now } = await siteWith({ SITE_NOW: '' })
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(10_000)
  })

  it('read posts/ unless POSTS_DIR names another folder', async () => {
    expect((await siteWith({ POSTS_DIR: '' })).site.postsDirectory).toBe(path.resolve('posts'))
    expect((await siteWith({ POSTS_DIR: 'elsewhere/x' })).site.postsDirectory).toBe(path.resolve('elsewhere/x'))
    expect((await siteWith({ POSTS_DIR: 'elsewhere/x' })).site.fallbackDirectory).toBe(path.resolve('posts'))
  })
})
