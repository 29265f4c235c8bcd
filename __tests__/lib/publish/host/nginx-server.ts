import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '@/lib/publish/dev/free-port'
import { type Ask, ask, untilOpen } from './running-server'

/** The nginx of this machine, if it has one. */
export const nginx = ['nginx', '/usr/sbin/nginx'].find((command) => spawnSync(command, ['-v']).status === 0)

/** Runs nginx in a folder of its own, as an operator would set it up: a server block that includes what a build wrote. */
export function runningNginx(
  siteUrl: string,
  fill: (write: (name: string, text?: string | Uint8Array) => void) => Promise<void>,
) {
  const home = process.cwd()
  const url = process.env.SITE_URL
  let folder = ''
  let port = 0
  let server: ChildProcess | undefined

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'nginx-')))
    process.chdir(folder)
    process.env.SITE_URL = siteUrl
    jest.resetModules()
    await fill((name, text = '') => {
      mkdirSync(path.dirname(name), { recursive: true })
      writeFileSync(name, text)
    })
    const { writeNginxConfiguration } = await import('@/lib/publish/host/nginx-files')
    await writeNginxConfiguration()
    port = await freePort()
    writeFileSync('nginx.conf', mainConfiguration(folder, port))
    server = spawn(nginx ?? 'nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'inherit' })
    await untilOpen(port, server)
  })

  afterAll(async () => {
    if (server?.exitCode === null) {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    process.chdir(home)
    if (url === undefined) delete process.env.SITE_URL
    else process.env.SITE_URL = url
    rmSync(folder, { recursive: true, force: true })
  })

  return ((path, headers, method) => ask(port, path, headers, method)) as Ask
}

function mainConfiguration(folder: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/tmp;`,
  )
  return [
    // Its workers could not read the folder of somebody else.
    process.getuid?.() === 0 ? 'user root;' : '',
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;`,
    'events { worker_connections 64; }',
    `http { access_log off; ${temporary.join(' ')}`,
    `server { listen 127.0.0.1:${port}; include ${folder}/.releases/nginx.conf; } }`,
  ].join('\n')
}
