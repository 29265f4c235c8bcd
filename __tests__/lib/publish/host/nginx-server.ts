import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '@/lib/publish/dev/free-port'

/** The nginx of this machine, if it has one. */
export const nginx = ['nginx', '/usr/sbin/nginx'].find((command) => spawnSync(command, ['-v']).status === 0)

export type Answer = { status: number; headers: Record<string, string>; body: Buffer }
export type Ask = (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>

/** Runs nginx in a folder of its own, as an operator would set it up: a server block that includes what a build wrote. */
export function runningNginx(
  siteUrl: string,
  fill: (write: (name: string, text?: string | Uint8Array) => void) => void,
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
    fill((name, text = '') => {
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

async function untilOpen(port: number, server: ChildProcess): Promise<void> {
  for (let left = 100; left > 0; left--) {
    if (server.exitCode !== null) break
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').then(Boolean, () => false)
    socket.destroy()
    if (isOpen) return
    await wait(50)
  }
  throw new Error('nginx did not start')
}

/** Sends a path exactly as it is written: a client that tidies paths would hide what is tested here. */
async function ask(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const socket = connect(port, '127.0.0.1')
  const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers }).map((line) => line.join(': '))
  socket.write(Buffer.from(`${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`, 'latin1'))
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk)
  const answer = Buffer.concat(chunks)
  const end = answer.indexOf('\r\n\r\n')
  const [first = '', ...rest] = answer.subarray(0, end).toString('latin1').split('\r\n')
  const found: Record<string, string> = {}
  for (const line of rest) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
    // A header that was sent twice is seen as two values.
    found[name.toLowerCase()] = name.toLowerCase() in found ? `${found[name.toLowerCase()]}, ${value}` : value
  }
  return { status: Number(first.split(' ')[1]), headers: found, body: answer.subarray(end + 4) }
}
