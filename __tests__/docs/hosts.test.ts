import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { freePort } from '@/lib/publish/dev/free-port'
import { headersOf } from '@/lib/publish/host/headers'
import { hostFileNames } from '@/lib/publish/host/host-files'
import { ask, untilOpen } from '../lib/publish/host/running-server'
import { fillSite } from '../lib/publish/host/served-site'

const page = readFileSync('docs/hosts.md', 'utf8')
const block = (language: string) => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(page)?.[1] ?? ''

const caddy = spawnSync('caddy', ['version']).status === 0

describe('what docs/hosts.md says', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'hosts-'))
    fillSite((name, text = '') => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }, '')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  // Caddy is a program of the system, and this test runs where it is.
  if (caddy)
    test('the configuration for Caddy serves the site, and hides what is no part of it', async () => {
      const port = await freePort()
      const text = block('caddyfile').replace('example.org', `http://127.0.0.1:${port}`)
      const file = path.join(folder, 'Caddyfile')
      writeFileSync(file, `{\n\tadmin off\n}\n${text.replace('/srv/magazine', folder)}`)
      const server = spawn('caddy', ['run', '--config', file], { stdio: 'ignore' })
      try {
        await untilOpen(port, server)
        const get = async (name: string) => {
          const { status, headers, body } = await ask(port, name, { Host: `127.0.0.1:${port}` })
          return { status, text: String(body), holds: headers['cache-control'], location: headers.location }
        }
        const ofPages = headersOf('/')['Cache-Control']
        expect(await get('/')).toMatchObject({ status: 200, text: 'front', holds: ofPages })
        expect(await get('/articles/a-valve/')).toMatchObject({ status: 200, text: 'a valve', holds: ofPages })
        expect(await get('/articles/a-valve')).toMatchObject({ status: 308, location: '/articles/a-valve/' })
        expect(await get('/old/')).toMatchObject({ status: 200, text: 'a redirect page' })
        expect(await get('/.well-known/security.txt')).toMatchObject({ status: 200, text: 'mail us' })
        for (const hashed of ['/assets/other.ABC.css', '/pictures/p.0123456789.avif', '/cards/c.0123456789.jpg'])
          expect(await get(hashed)).toMatchObject({ status: 200, holds: headersOf(hashed)['Cache-Control'] })
        for (const hidden of ['/none/', '/.env', '/.nojekyll', ...hostFileNames.map((name) => `/${name}`)])
          expect({ hidden, ...(await get(hidden)) }).toMatchObject({ hidden, status: 404, text: 'no such page' })
      } finally {
        server.kill('SIGTERM')
        await once(server, 'exit')
      }
    })

  test('the function for CloudFront finds the page of a folder', () => {
    const handle = (uri: string) => runInNewContext(`${block('js')}\nhandler(event)`, { event: { request: { uri } } })
    expect(handle('/')).toEqual({ uri: '/index.html' })
    expect(handle('/articles/a-valve/')).toEqual({ uri: '/articles/a-valve/index.html' })
    expect(handle('/articles/a-valve.md')).toEqual({ uri: '/articles/a-valve.md' })
    expect(handle('/articles/a.b/c')).toMatchObject({
      statusCode: 301,
      headers: { location: { value: '/articles/a.b/c/' } },
    })
  })

  test('the commands for S3 upload everything but once, each with how long it holds', () => {
    const bin = path.join(folder, 'bin')
    mkdirSync(bin)
    for (const name of ['npm', 'aws']) {
      writeFileSync(path.join(bin, name), '#!/bin/sh\nprintf "%s|" "$@"\necho\n')
      chmodSync(path.join(bin, name), 0o755)
    }
    const environment = { ...process.env, PATH: `${bin}:${process.env.PATH}` }
    const [, ...uploads] = execFileSync('sh', ['-ec', block('sh')], { cwd: folder, env: environment, encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.split('|'))
    expect(uploads).toHaveLength(3)
    const [pages = [], assets = []] = uploads
    expect(pages).toContain(headersOf('/')['Cache-Control'])
    expect(assets).toContain(headersOf('/assets/a.css')['Cache-Control'])
    expect(assets).not.toContain('--delete')
  })

  test('the settings for Cloudflare are the ones of the other hosts that build', () => {
    const netlify = readFileSync('netlify.toml', 'utf8')
    const command = /build command +\| `(.*?)`/.exec(page)?.[1] ?? '-'
    expect(netlify).toContain(command)
    expect(netlify).toContain(`publish = "${/output directory +\| `(.*?)`/.exec(page)?.[1]}"`)
  })
})
