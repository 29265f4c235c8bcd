import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '@/lib/publish/dev/free-port'
import { type Ask, ask, untilOpen } from './running-server'
import type { Write } from './served-site'

/** The Apache of this machine, if it has one. */
export const apache = ['apache2', '/usr/sbin/apache2', 'httpd'].find(
  (command) => spawnSync(command, ['-v']).status === 0,
)

const modules = '/usr/lib/apache2/modules'
const wanted = ['mpm_event', 'authz_core', 'mime', 'dir', 'alias', 'rewrite', 'headers', 'deflate', 'filter', 'env']

/** Runs Apache on a folder, under the path of a site, as a host does that only copies what is published. */
export function runningApache(base: string, fill: (write: Write) => Promise<void>) {
  let folder = ''
  let port = 0
  let server: ChildProcess | undefined

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'apache-')))
    chmodSync(folder, 0o755)
    await fill((name, text = '') => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    })
    const place = path.join(folder, 'www', base)
    mkdirSync(path.dirname(place), { recursive: true })
    symlinkSync(path.join(folder, 'out'), place)
    port = await freePort()
    writeFileSync(path.join(folder, 'apache.conf'), configuration(folder, port))
    const words = ['-d', folder, '-f', path.join(folder, 'apache.conf'), '-DFOREGROUND']
    server = spawn(apache ?? 'apache2', words, { stdio: 'inherit' })
    await untilOpen(port, server)
  })

  afterAll(async () => {
    if (server?.exitCode === null) {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  })

  return ((path, headers, method) => ask(port, path, headers, method)) as Ask
}

function configuration(folder: string, port: number): string {
  const loaded = wanted.filter((name) => existsSync(path.join(modules, `mod_${name}.so`)))
  return [
    ...loaded.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`),
    `Listen 127.0.0.1:${port}`,
    'ServerName localhost',
    // Its workers could not read the folder of somebody else.
    ...(process.getuid?.() === 0 ? ['User nobody', 'Group nogroup'] : []),
    'TypesConfig /dev/null',
    `PidFile ${folder}/pid`,
    `DefaultRuntimeDir ${folder}`,
    `ErrorLog ${folder}/error.log`,
    `DocumentRoot "${folder}/www"`,
    'AllowEncodedSlashes Off',
    `<Directory "${folder}">`,
    '  AllowOverride All',
    '  Require all granted',
    '  Options FollowSymLinks',
    '</Directory>',
    '',
  ].join('\n')
}
